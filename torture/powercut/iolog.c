// LD_PRELOAD recorder: logs open/write/pwrite/ftruncate/fsync/unlink on paths containing $IOLOG_MATCH to $IOLOG_OUT.
// With $IOFAIL_OP (write or sync), $IOFAIL_ERRNO, $IOFAIL_AT and $IOFAIL_COUNT, it also makes so many calls fail from the
// n-th on; with $IOFAIL_WHILE, all of them fail as long as there is a file of that name. The file whose name ends in .ack is never made to fail.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <pthread.h>
#include <sys/types.h>
static int lg=-1; static const char*match; static char *paths[65536]; static pthread_mutex_t mu=PTHREAD_MUTEX_INITIALIZER;
#define R(name) ({static void*p; if(!p)p=dlsym(RTLD_NEXT,#name); p;})
static ssize_t rw(int fd,const void*b,size_t n){return ((ssize_t(*)(int,const void*,size_t))R(write))(fd,b,n);}
static void init(){ if(lg!=-1)return; match=getenv("IOLOG_MATCH"); const char*o=getenv("IOLOG_OUT"); if(!o||!match){lg=-2;return;} lg=((int(*)(const char*,int,...))R(open))(o,O_CREAT|O_WRONLY|O_APPEND,0644);}
static void rec(char op,const char*path,int64_t off,const void*d,uint32_t n){ init(); if(lg<0)return; pthread_mutex_lock(&mu); uint16_t pl=strlen(path); char h[1+2+8+4]; h[0]=op; memcpy(h+1,&pl,2); memcpy(h+3,&off,8); memcpy(h+11,&n,4); size_t t=15+pl+(d?n:0); char*b=malloc(t); memcpy(b,h,15); memcpy(b+15,path,pl); if(d)memcpy(b+15+pl,d,n); rw(lg,b,t); free(b); pthread_mutex_unlock(&mu);}
static int fails(const char*op,const char*path){ static long n=0; static long at=-1,count=0; static int err=0; static const char*want,*during; init(); if(at==-1){want=getenv("IOFAIL_OP"); const char*a=getenv("IOFAIL_AT"),*c=getenv("IOFAIL_COUNT"),*e=getenv("IOFAIL_ERRNO"); during=getenv("IOFAIL_WHILE"); at=want&&a?atol(a):0; count=c?atol(c):1; err=e?atoi(e):EIO;}
 if(!want||strcmp(op,want)) return 0; size_t l=strlen(path); if(l>4&&!strcmp(path+l-4,".ack")) return 0; if(during&&!access(during,F_OK)){errno=err;return 1;} if(at<=0) return 0; pthread_mutex_lock(&mu); n++; int f=n>=at&&n<at+count; pthread_mutex_unlock(&mu); if(f) errno=err; return f; }
static void opened(int fd,const char*p,int fl){ init(); if(lg<0||fd<0||fd>=65536)return; free(paths[fd]); paths[fd]=NULL; if(p&&strstr(p,match)){paths[fd]=strdup(p); if(fl&O_TRUNC)rec('T',p,0,NULL,0);} }
#define MODE va_list a;va_start(a,fl);mode_t m=(fl&O_CREAT)?va_arg(a,mode_t):0;va_end(a);
int open(const char*p,int fl,...){MODE int f=((int(*)(const char*,int,...))R(open))(p,fl,m);opened(f,p,fl);return f;}
int open64(const char*p,int fl,...){MODE int f=((int(*)(const char*,int,...))R(open64))(p,fl,m);opened(f,p,fl);return f;}
int close(int fd){ if(fd>=0&&fd<65536&&paths[fd]){free(paths[fd]);paths[fd]=NULL;} return ((int(*)(int))R(close))(fd);}
ssize_t write(int fd,const void*b,size_t n){ if(fd>=0&&fd<65536&&paths[fd]&&fails("write",paths[fd]))return -1; off_t o=-1; int t=fd>=0&&fd<65536&&paths[fd]; if(t){o=lseek(fd,0,SEEK_CUR); if(fcntl(fd,F_GETFL)&O_APPEND)o=lseek(fd,0,SEEK_END);} ssize_t r=rw(fd,b,n); if(t&&r>0)rec('W',paths[fd],o,b,r); return r;}
ssize_t pwrite(int fd,const void*b,size_t n,off_t o){ if(fd>=0&&fd<65536&&paths[fd]&&fails("write",paths[fd]))return -1; ssize_t r=((ssize_t(*)(int,const void*,size_t,off_t))R(pwrite))(fd,b,n,o); if(r>0&&fd<65536&&paths[fd])rec('W',paths[fd],o,b,r); return r;}
ssize_t pwrite64(int fd,const void*b,size_t n,off_t o){ if(fd>=0&&fd<65536&&paths[fd]&&fails("write",paths[fd]))return -1; ssize_t r=((ssize_t(*)(int,const void*,size_t,off_t))R(pwrite64))(fd,b,n,o); if(r>0&&fd<65536&&paths[fd])rec('W',paths[fd],o,b,r); return r;}
int ftruncate(int fd,off_t n){ int r=((int(*)(int,off_t))R(ftruncate))(fd,n); if(!r&&fd<65536&&paths[fd])rec('T',paths[fd],n,NULL,0); return r;}
int ftruncate64(int fd,off_t n){ int r=((int(*)(int,off_t))R(ftruncate64))(fd,n); if(!r&&fd<65536&&paths[fd])rec('T',paths[fd],n,NULL,0); return r;}
int fsync(int fd){ if(fd>=0&&fd<65536&&paths[fd]&&fails("sync",paths[fd]))return -1; int r=((int(*)(int))R(fsync))(fd); if(!r&&fd<65536&&paths[fd])rec('S',paths[fd],0,NULL,0); return r;}
int fdatasync(int fd){ if(fd>=0&&fd<65536&&paths[fd]&&fails("sync",paths[fd]))return -1; int r=((int(*)(int))R(fdatasync))(fd); if(!r&&fd<65536&&paths[fd])rec('S',paths[fd],0,NULL,0); return r;}
int unlink(const char*p){ int r=((int(*)(const char*))R(unlink))(p); init(); if(!r&&lg>=0&&strstr(p,match))rec('U',p,0,NULL,0); return r;}

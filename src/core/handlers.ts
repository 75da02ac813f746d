import type {
  BackupRequestName,
  CommandName,
  OutputOf,
  ParsedInputOf,
  QueryName,
} from "#contract/requests";

import { listArticles, readArticleText, readOriginal } from "./articles/article-store.ts";
import { describeArticle } from "./articles/describe-article.ts";
import { importArticles } from "./articles/import-articles.ts";
import { putUpload } from "./articles/put-upload.ts";
import { trashArticles } from "./articles/trash-articles.ts";
import { listBoards, readBoard } from "./boards/board-store.ts";
import { createBoard, renameBoard, trashBoard } from "./boards/change-boards.ts";
import { addCards, groupCards, placeCards, removeCards, writeCard } from "./boards/change-cards.ts";
import { exportBoard } from "./boards/export-board.ts";
import { listBriefings, readBriefing } from "./briefings/briefing-store.ts";
import {
  createBriefing,
  duplicateBriefing,
  moveBriefing,
  renameBriefing,
  saveBriefing,
  trashBriefing,
} from "./briefings/change-briefings.ts";
import { checkBriefing } from "./briefings/check-briefing.ts";
import { listCitedQuotes } from "./briefings/cited-quotes.ts";
import { listTemplates } from "./briefings/template-store.ts";
import {
  changeClaim,
  changeManyClaims,
  createClaim,
  moveClaim,
  trashClaims,
} from "./claims/change-claims.ts";
import { adviseOnClaim } from "./claims/claim-advice.ts";
import { listClaims } from "./claims/claim-store.ts";
import { mergeClaims } from "./claims/merge-claims.ts";
import { nearestClaims } from "./claims/nearest-claims.ts";
import { splitClaim } from "./claims/split-claim.ts";
import type { ReadContext, WriteContext } from "./core-context.ts";
import { listCoverage, markCoverage } from "./coverage/coverage-store.ts";
import { readMatrix } from "./coverage/matrix-store.ts";
import { nearestPassages } from "./coverage/nearest-passages.ts";
import { listEvidence } from "./evidence/evidence-store.ts";
import {
  changeEvidence,
  linkEvidence,
  linkManyPassages,
  unlinkEvidence,
} from "./evidence/link-evidence.ts";
import { moveEvidence } from "./evidence/move-evidence.ts";
import { exportDocument } from "./exports/export-document.ts";
import { exportJson } from "./exports/export-json.ts";
import { exportMarkdown } from "./exports/export-markdown.ts";
import { importProjectJson } from "./exports/import-json.ts";
import { checkQuotes, verifyBriefing } from "./exports/verify-briefing.ts";
import { changeHighlight, trashHighlights } from "./highlights/change-highlight.ts";
import { createHighlight } from "./highlights/create-highlight.ts";
import { createManyHighlights } from "./highlights/create-many-highlights.ts";
import { listHighlights } from "./highlights/highlight-store.ts";
import { mergeHighlights } from "./highlights/merge-highlights.ts";
import { splitHighlight } from "./highlights/split-highlight.ts";
import { tagHighlights } from "./highlights/tag-highlights.ts";
import { listChanges, readHistory } from "./history/change-store.ts";
import { redo, undo } from "./history/undo.ts";
import { readAch } from "./hypotheses/ach-store.ts";
import {
  addAchRows,
  addHypotheses,
  rateAchCell,
  removeAchRow,
  removeHypothesis,
  weighAchRow,
} from "./hypotheses/change-ach.ts";
import { changeOrigin, createOrigin, removeOrigin } from "./origins/change-origins.ts";
import { listOrigins } from "./origins/origin-store.ts";
import { setOrigin } from "./origins/set-origin.ts";
import { checkProject } from "./projects/check-project.ts";
import { copyProject } from "./projects/copy-project.ts";
import { readProject, renameProject } from "./projects/project-store.ts";
import { exportHighlights, exportHighlightsAsMarkdown } from "./queries/export-highlights.ts";
import { listNotes } from "./queries/list-notes.ts";
import {
  listHighlightQueries,
  saveHighlightQuery,
  trashHighlightQuery,
} from "./queries/query-store.ts";
import { readHighlightRows, viewHighlights } from "./queries/view-highlights.ts";
import {
  changeRelation,
  createRelation,
  listRelations,
  removeRelation,
} from "./relations/relation-store.ts";
import { findWords } from "./search/find-words.ts";
import { matchPassages } from "./search/match-passages.ts";
import { readSearchStatus, similarPassages } from "./search/similar-passages.ts";
import { gradeSource, listSources } from "./sources/source-store.ts";
import { adviseOnTags } from "./tags/advise-on-tags.ts";
import { changeTag, createTag, trashTag } from "./tags/change-tags.ts";
import { exportCodebook, importCodebook } from "./tags/codebook-csv.ts";
import { mergeTags } from "./tags/merge-tags.ts";
import { moveTag } from "./tags/move-tag.ts";
import { countCooccurrence } from "./tags/tag-cooccurrence.ts";
import { listTags } from "./tags/tag-store.ts";
import { listTagUsage } from "./tags/tag-usage.ts";
import { purgeThings } from "./trash/purge-things.ts";
import { restoreThings } from "./trash/restore-things.ts";
import { listTrash } from "./trash/trash-store.ts";
import { readView, saveView } from "./views/view-store.ts";
import {
  compareWording,
  listSharedQuotations,
  readWordingOverview,
} from "./wording/wording-store.ts";

type Handlers = {
  readonly [Name in Exclude<QueryName, BackupRequestName>]: (
    context: ReadContext,
    input: ParsedInputOf<Name>,
  ) => OutputOf<Name>;
} & {
  readonly [Name in Exclude<CommandName, BackupRequestName>]: (
    context: WriteContext,
    input: ParsedInputOf<Name>,
  ) => OutputOf<Name>;
};

/** The whole surface of the core: one line per request, but for those of backups/guarded-core.ts. */
export const handlers: Handlers = {
  "project.read": readProject,
  "project.rename": renameProject,
  "project.copy": copyProject,
  "project.check": checkProject,
  "project.import-json": importProjectJson,

  "upload.put": putUpload,
  "article.list": listArticles,
  "article.read": readArticleText,
  "article.original": readOriginal,
  "article.import": importArticles,
  "article.describe": describeArticle,
  "article.trash": trashArticles,
  "source.list": listSources,
  "source.grade": gradeSource,

  "origin.list": listOrigins,
  "origin.create": createOrigin,
  "origin.change": changeOrigin,
  "origin.remove": removeOrigin,
  "article.set-origin": setOrigin,

  "tag.list": listTags,
  "tag.create": createTag,
  "tag.change": changeTag,
  "tag.trash": trashTag,
  "tag.move": moveTag,
  "tag.merge": mergeTags,
  "tag.usage": listTagUsage,
  "tag.advice": adviseOnTags,
  "tag.cooccurrence": countCooccurrence,
  "tag.export-csv": exportCodebook,
  "tag.import-csv": importCodebook,

  "highlight.list": listHighlights,
  "highlight.create": createHighlight,
  "highlight.tag": tagHighlights,
  "highlight.change": changeHighlight,
  "highlight.trash": trashHighlights,
  "highlight.create-many": createManyHighlights,
  "highlight.split": splitHighlight,
  "highlight.merge": mergeHighlights,
  "highlight.view": viewHighlights,
  "highlight.rows": readHighlightRows,
  "highlight.export-csv": exportHighlights,
  "highlight.export-markdown": exportHighlightsAsMarkdown,
  "highlight-query.list": listHighlightQueries,
  "highlight-query.save": saveHighlightQuery,
  "highlight-query.trash": trashHighlightQuery,
  "note.list": listNotes,

  "claim.list": listClaims,
  "claim.nearest": nearestClaims,
  "claim.advice": adviseOnClaim,
  "claim.create": createClaim,
  "claim.change": changeClaim,
  "claim.change-many": changeManyClaims,
  "claim.move": moveClaim,
  "claim.merge": mergeClaims,
  "claim.split": splitClaim,
  "claim.trash": trashClaims,

  "evidence.list": listEvidence,
  "evidence.link": linkEvidence,
  "evidence.link-many": linkManyPassages,
  "evidence.move": moveEvidence,
  "evidence.change": changeEvidence,
  "evidence.unlink": unlinkEvidence,

  "relation.list": listRelations,
  "relation.create": createRelation,
  "relation.change": changeRelation,
  "relation.remove": removeRelation,

  "coverage.list": listCoverage,
  "coverage.matrix": readMatrix,
  "coverage.suggest": nearestPassages,
  "coverage.mark": markCoverage,

  "wording.overview": readWordingOverview,
  "wording.compare": compareWording,
  "quotation.list": listSharedQuotations,

  "search.status": readSearchStatus,
  "search.find": findWords,
  "passage.similar": similarPassages,
  "passage.matches": matchPassages,

  "ach.read": readAch,
  "ach.add-hypothesis": addHypotheses,
  "ach.remove-hypothesis": removeHypothesis,
  "ach.add-row": addAchRows,
  "ach.remove-row": removeAchRow,
  "ach.rate": rateAchCell,
  "ach.weigh": weighAchRow,

  "board.list": listBoards,
  "board.read": readBoard,
  "board.export": exportBoard,
  "board.create": createBoard,
  "board.rename": renameBoard,
  "board.trash": trashBoard,
  "card.add": addCards,
  "card.place": placeCards,
  "card.group": groupCards,
  "card.write": writeCard,
  "card.remove": removeCards,

  "trash.list": listTrash,
  "trash.restore": restoreThings,
  "trash.purge": purgeThings,

  "history.read": ({ db }) => readHistory(db),
  "change.list": ({ db }, input) => listChanges(db, input),
  "history.undo": undo,
  "history.redo": redo,

  "view.read": readView,
  "view.save": saveView,

  "export.markdown": exportMarkdown,
  "export.document": exportDocument,
  "export.json": exportJson,
  "briefing.verify": verifyBriefing,
  "briefing.check-quotes": checkQuotes,

  "briefing.list": listBriefings,
  "briefing.read": readBriefing,
  "briefing.quotes": listCitedQuotes,
  "briefing.check": checkBriefing,
  "briefing.templates": listTemplates,
  "briefing.create": createBriefing,
  "briefing.rename": renameBriefing,
  "briefing.duplicate": duplicateBriefing,
  "briefing.move": moveBriefing,
  "briefing.trash": trashBriefing,
  "briefing.save": saveBriefing,
};

import { mainJob } from "./main-job.ts";
import type { Job } from "./main-job.ts";

/** The main job and four claims more: eight claims, all four stances, for the views of judgement. */
export const widerJob: Job = {
  tags: [],
  claims: [
    ...mainJob.claims,
    {
      statement: "The force stays off the front line",
      evidence: [
        {
          article: 0,
          stance: "supports",
          words:
            "He stressed that the force would not be placed on the front line but would act as a safeguard against further Russian aggression.",
        },
        {
          article: 2,
          stance: "supports",
          words:
            "Macron emphasized that the force would not be placed on the front lines, insisting:",
        },
        {
          article: 3,
          stance: "supports",
          words:
            "He stressed that the mission would not place foreign troops on the front lines but would deter further Russian aggression and help regenerate Ukraine’s army for long-term defense.",
        },
      ],
    },
    {
      statement: "Russia is ready for peace",
      evidence: [
        {
          article: 1,
          stance: "disputes",
          words:
            "Despite calls for peace, Russia continues its military operations across Ukraine, with little sign of a near-term resolution.",
        },
        {
          article: 0,
          stance: "qualifies",
          words:
            "Although Putin spoke of a “light at the end of the tunnel,” he insisted Russia would not halt its campaign until a comprehensive peace agreement was reached.",
        },
        {
          article: 4,
          stance: "supports",
          words: "Russia would comply with long-term peace decisions “in full.”",
        },
      ],
    },
    {
      statement: "Russia is playing for time",
      evidence: [
        {
          article: 0,
          stance: "supports",
          words:
            "Western governments remain deeply skeptical, viewing Russia’s stance as a stalling tactic to seize more ground.",
        },
        {
          article: 1,
          stance: "supports",
          words:
            "Western leaders, too, see Putin’s overtures as a delay tactic aimed at gaining more ground militarily before engaging in negotiations.",
        },
        {
          article: 3,
          stance: "mentions",
          words:
            "The Kremlin’s stance highlights continued skepticism that Moscow is prepared to negotiate a settlement, despite ongoing talks between President Donald Trump and Russian President Vladimir Putin.",
        },
      ],
    },
    {
      statement: "A ceasefire must come before talks",
      evidence: [
        {
          article: 1,
          stance: "supports",
          words:
            "Ukraine, meanwhile, insists a ceasefire must precede any broader peace agreement.",
        },
        {
          article: 4,
          stance: "supports",
          words: "Ukraine continues to insist that a ceasefire must precede peace negotiations.",
        },
      ],
    },
  ],
};

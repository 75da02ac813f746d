import type { Stance } from "#contract/claim";

/** Words that stand once in the article of that number, counted from 0 in order of file name. */
export type Passage = { readonly article: number; readonly words: string };

export type Job = {
  readonly claims: readonly {
    readonly statement: string;
    /** The first one is the passage that the claim is made from. */
    readonly evidence: readonly (Passage & { readonly stance: Stance })[];
  }[];
  readonly tags: readonly { readonly name: string; readonly passages: readonly Passage[] }[];
};

/**
 * The main job on the five sample articles: what an analyst tags, claims and links. Sentences of the
 * texts, so that it can be done by mouse and by the sentence cursor alike.
 */
export const mainJob: Job = {
  claims: [
    {
      statement: "26 countries pledged forces",
      evidence: [
        {
          article: 0,
          stance: "supports",
          words:
            "French President Emmanuel Macron announced that 26 countries had pledged to support Ukraine by sending troops “by land, sea or air” if the fighting stops.",
        },
        {
          article: 2,
          stance: "supports",
          words:
            "The warning came just a day after a high-level Paris summit, where French President Emmanuel Macron announced that 26 of Ukraine’s allies had formally committed to supporting Kyiv with land, sea, or air forces once fighting stops.",
        },
        {
          article: 3,
          stance: "supports",
          words:
            "At the summit, Macron declared that 26 nations have formally agreed to participate in the reassurance effort, pledging to contribute forces by land, sea, or air.",
        },
        {
          article: 4,
          stance: "supports",
          words:
            "His remarks followed a Paris summit hosted by French President Emmanuel Macron, where 26 of Ukraine’s allies pledged to commit land, air, and sea support once fighting halts.",
        },
        {
          article: 1,
          stance: "mentions",
          words:
            "His comments came after a high-level summit in Paris, where 26 nations, led by France and the UK, pledged to offer immediate security guarantees to Ukraine once hostilities cease.",
        },
        {
          article: 1,
          stance: "disputes",
          words: "However, specific troop commitments remain undisclosed.",
        },
      ],
    },
    {
      statement: "Foreign troops would be legitimate targets",
      evidence: [
        {
          article: 0,
          stance: "supports",
          words:
            "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets.",
        },
        {
          article: 1,
          stance: "supports",
          words:
            "Russian President Vladimir Putin has dismissed Western proposals to deploy international troops in Ukraine following a potential ceasefire, warning that any foreign forces would be considered “legitimate targets” by Russia.",
        },
        {
          article: 2,
          stance: "supports",
          words:
            "Russian President Vladimir Putin has dismissed Western proposals to deploy a “reassurance force” to Ukraine in the event of a ceasefire, warning that any foreign troops on Ukrainian soil would be treated as legitimate targets.",
        },
        {
          article: 0,
          stance: "disputes",
          words: "“It’s a sovereign nation—it is not for Russia to decide,” he said.",
        },
        {
          article: 1,
          stance: "disputes",
          words:
            "NATO Secretary General Mark Rutte emphasized that Ukraine, as a sovereign state, has the right to choose its security partners without Russian interference.",
        },
        { article: 4, stance: "disputes", words: "It’s a sovereign country." },
        {
          article: 4,
          stance: "mentions",
          words: "But foreign deployments would be seen as “a danger to Russia.”",
        },
      ],
    },
    {
      statement: "US will send ground troops",
      evidence: [
        {
          article: 0,
          stance: "disputes",
          words:
            "Trump recently hinted that American support would likely take the form of air defense assistance rather than ground troops.",
        },
        {
          article: 1,
          stance: "disputes",
          words:
            "US President Donald Trump, who recently met with Putin in Alaska, hinted at supporting Ukraine primarily through air support rather than ground forces.",
        },
        {
          article: 4,
          stance: "disputes",
          words:
            "The United States has so far avoided promising ground troops, with Trump hinting at air support instead.",
        },
        {
          article: 0,
          stance: "mentions",
          words: "Washington has not clarified how far it would go in backing Ukraine.",
        },
        {
          article: 2,
          stance: "mentions",
          words:
            "While Ukraine hailed the Paris commitments as a breakthrough, Washington has yet to clarify the scope of U.S. involvement.",
        },
        {
          article: 3,
          stance: "mentions",
          words:
            "With the U.S. role still uncertain, European leaders are attempting to show independence in defending Ukraine, even as questions remain about whether Putin intends to negotiate at all.",
        },
      ],
    },
    {
      statement: "Germany has committed troops",
      evidence: [
        {
          article: 3,
          stance: "disputes",
          words:
            "German Chancellor Friedrich Merz has urged caution, saying Berlin will decide on troop commitments only after conditions are clarified.",
        },
        {
          article: 0,
          stance: "mentions",
          words:
            "UK Prime Minister Keir Starmer described Western support as an “unbreakable pledge” to Ukraine, while German Chancellor Friedrich Merz emphasized that the immediate goal must be a ceasefire, followed by strong security guarantees.",
        },
      ],
    },
  ],
  tags: [
    {
      name: "Pledge",
      passages: [
        {
          article: 0,
          words:
            "He stressed that the force would not be placed on the front line but would act as a safeguard against further Russian aggression.",
        },
        {
          article: 1,
          words:
            "French President Emmanuel Macron stated that allied forces could be deployed “by land, sea or air” to uphold Ukraine’s security and deter further aggression.",
        },
        {
          article: 2,
          words:
            "Macron described the pledge as the first concrete step toward providing Ukraine with long-term security guarantees, though he did not name the countries involved.",
        },
        {
          article: 3,
          words:
            "“This is the first such serious concrete step,” Zelensky said, welcoming the coalition’s commitment.",
        },
        {
          article: 4,
          words:
            "At the Élysée Palace in Paris, Macron hailed what he called the “first concrete step” toward Ukraine’s long-term security.",
        },
      ],
    },
    {
      name: "Threat",
      passages: [
        {
          article: 0,
          words:
            "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets.",
        },
        {
          article: 1,
          words:
            "Putin strongly opposed the idea, asserting that the presence of foreign troops—even as a peacekeeping force—would pose a direct threat to Russia.",
        },
        {
          article: 2,
          words:
            "Putin moved quickly to undermine the plan, making clear that Russia would view such deployments as direct threats.",
        },
        {
          article: 4,
          words: "“Any troops deployed to Ukraine will be considered legitimate targets,” he said.",
        },
      ],
    },
    {
      name: "Doubt",
      passages: [
        {
          // Two sentences; the first one is a threat as well, so two highlights overlap.
          article: 0,
          words:
            "Putin quickly rejected the idea, warning that any foreign forces deployed to Ukraine would be treated as legitimate military targets. Speaking at an economic forum in Vladivostok, he argued that such deployments would be unnecessary if genuine peace agreements could be reached.",
        },
        { article: 1, words: "However, specific troop commitments remain undisclosed." },
        {
          article: 3,
          words: "European allies remain divided over the scope of their involvement.",
        },
        {
          article: 4,
          words: "However, he declined to reveal which countries had committed troops.",
        },
      ],
    },
  ],
};

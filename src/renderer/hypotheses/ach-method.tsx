/** How the scores are worked out and where each formula comes from. */
export function AchMethod() {
  return (
    <dl>
      <dt>Ratings</dt>
      <dd>
        CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not
        applicable; blank: not rated. Ask across a row how well the evidence fits each hypothesis.
        After R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8, with the doubled
        marks of the PARC ACH program.
      </dd>
      <dt>Inconsistency</dt>
      <dd>
        I counts 1, II counts 2, everything else 0. The lowest sum leads: it is the least disproved.
        Consistency never adds to a rank. Heuer, chapter 8, step 5.
      </dd>
      <dt>Weighted inconsistency</dt>
      <dd>
        I counts −1 and II −2, times the weight of the credibility, times the weight of the
        relevance: low 1/√2, medium 1, high √2. The sum nearest to 0 leads. Good, Shrager, Stefik,
        Pirolli, Card and Heuer, ACH1.1: A Tool for Analyzing Competing Hypotheses, Technical
        Description (Palo Alto Research Center).
      </dd>
      <dt>Diagnosticity</dt>
      <dd>
        The population standard deviation of a row, with II 1, I 2, N and NA 3, C 4, CC 5; blanks
        are left out. From 0, where the evidence tells no hypothesis from another, to 2. As Open
        Synthesis computes it (openach/metrics.py), after Heuer’s step 4.
      </dd>
      <dt>Without it</dt>
      <dd>
        Both scores are worked out again without each row, and without each independent line
        (articles of one origin are one line): the rows that only this line supports fall away.
        Heuer’s step 6: how sensitive is the conclusion to a few critical items?
      </dd>
    </dl>
  );
}

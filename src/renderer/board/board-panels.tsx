import { memo } from "react";

import type { CardId } from "#contract/ids";

import type { BoardLink, CardFacts } from "./board-facts.ts";
import { useBoard } from "./board-state.ts";
import { ConnectPanel } from "./connect-panel.tsx";
import { EvidencePanel, LinkPanel, NewLinkPanel } from "./link-panels.tsx";

/** The one small panel that may be open over the canvas. */
export const BoardPanels = memo(function BoardPanels(properties: {
  byId: ReadonlyMap<CardId, CardFacts>;
  facts: readonly CardFacts[];
  links: readonly BoardLink[];
}) {
  const { byId, facts, links } = properties;
  const panel = useBoard((state) => state.panel);
  switch (panel?.kind) {
    case "connect": {
      const card = byId.get(panel.cardId);
      return card === undefined ? null : (
        <ConnectPanel key={panel.cardId} card={card} facts={facts} links={links} />
      );
    }
    case "link": {
      const link = links.find(({ id }) => id === panel.linkId);
      const [from, to] = [link && byId.get(link.from), link && byId.get(link.to)];
      return link === undefined || from === undefined || to === undefined ? null : (
        <LinkPanel key={link.id} link={link} from={from} to={to} />
      );
    }
    case "new-link": {
      const [a, b] = [byId.get(panel.fromId), byId.get(panel.toId)];
      return a === undefined || b === undefined ? null : <NewLinkPanel a={a} b={b} />;
    }
    case "evidence":
      return <EvidencePanel panel={panel} />;
    case undefined:
      return null;
  }
});

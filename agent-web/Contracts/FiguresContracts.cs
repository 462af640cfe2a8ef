using CrmUms.Acd.Figures;

namespace CrmUms.AgentWeb.Contracts;

/// <summary>What every figure means, in the words of <see cref="FigureCatalog"/>.</summary>
internal sealed record FigureDefinitionsView(IReadOnlyList<FigureDefinition> Figures);

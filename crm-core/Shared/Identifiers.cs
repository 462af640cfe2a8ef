namespace CrmUms.CrmCore.Shared;

/// <summary>Names a client's request. The case opened with an interaction bears the interaction's id.</summary>
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString("n");
}

namespace CrmUms.Acd.Ivr.Running;

/// <summary>Asks the CRM who somebody is.</summary>
internal static class ClientQuestion
{
    public static FlowMove Ask(FlowVisit visit, string by, string value)
    {
        visit.Do(new FlowEffect.LookUpClient(visit.Await(FlowLimits.ReplyMax), by, value));
        return FlowMove.Stay;
    }
}

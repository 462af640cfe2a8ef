using CrmUms.Acd.Ivr;
using CrmUms.Acd.Ports;

namespace CrmUms.Acd.Interactions;

// What a flow asks of the CRM and of other systems. Whatever comes of it is an event of the flow.
public sealed partial class InteractionActor
{
    private CallerIdentity? _foundByFlow; // The client whom the flow found last, until it says that it is he.

    private void ReceiveFlowLookUps() => Command<ClientFound>(found =>
    {
        _foundByFlow = found.Identity;
        Walk(new FlowEvent.ClientLookedUp(
            found.Request, found.Identity is { } identity ? FlowClient.Of(identity) : null));
    });

    private void LookUpForFlow(FlowEffect effect)
    {
        switch (effect)
        {
            case FlowEffect.LookUpHttp http:
                _services.Http
                    .AskAsync(
                        new HttpQuestion(http.Method, http.Url, http.Headers, http.Body, http.Within), NoCancellation)
                    .PipeTo(
                        Self,
                        success: answer => new FlowAnswer(
                            new FlowEvent.HttpAnswered(http.Request, answer.Status, answer.Body)),
                        failure: error => Unanswered(http.Request, error));
                break;
            case FlowEffect.LookUpClient client:
                _services.Clients
                    .FindAsync(client.By, client.Value, NoCancellation)
                    .PipeTo(
                        Self,
                        success: identity => new ClientFound(client.Request, identity),
                        failure: error => Unanswered(client.Request, error));
                break;
            case FlowEffect.KeepIdentity keep when _foundByFlow is { } found && found.Client == keep.Client:
                Keep(new CallerIdentified(_id, found, _services.Now), () => { });
                break;
            default:
                break; // He is known already.
        }
    }

    private FlowAnswer Unanswered(string request, Exception cause)
    {
        _services.Log.LookUpFailed(_id, cause);
        return new FlowAnswer(new FlowEvent.LookUpFailed(request));
    }

    private sealed record ClientFound(string Request, CallerIdentity? Identity);
}

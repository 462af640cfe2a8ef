using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari;
using CrmUms.CtiGateway.Ari.Generated;
using CrmUms.CtiGateway.Translation;
using PutObject = CrmUms.CtiGateway.Ari.AriRequest<
    System.Collections.Generic.IReadOnlyList<CrmUms.CtiGateway.Ari.Generated.ConfigTuple>>;

namespace CrmUms.CtiGateway.Phones;

/// <summary>Pure: the three PJSIP objects that make an agent's phone, as requests.</summary>
internal static class PhoneObjects
{
    private const string ConfigClass = "res_pjsip";

    /// <summary>Authentication first, the endpoint last: a phone that is seen can register.</summary>
    public static IReadOnlyList<AriRequest> Make(AgentId agent, string secret, AsteriskOptions options) =>
        [Renew(agent, secret), AddressOfRecord(agent), Endpoint(agent, options)];

    /// <summary>Gives the phone another secret; one that is registered stays so until it registers anew.</summary>
    public static AriRequest Renew(AgentId agent, string secret) => Put(
        "auth",
        agent,
        ("auth_type", "digest"),
        ("username", LegNames.EndpointOf(agent)),
        ("password", secret));

    /// <summary>The address of record first: its contacts go with it, and their going is still reported.</summary>
    public static IReadOnlyList<AriRequest> Remove(AgentId agent) =>
    [
        AsteriskRequests.DeleteObject(ConfigClass, "aor", LegNames.EndpointOf(agent)),
        AsteriskRequests.DeleteObject(ConfigClass, "auth", LegNames.EndpointOf(agent)),
        AsteriskRequests.DeleteObject(ConfigClass, "endpoint", LegNames.EndpointOf(agent)),
    ];

    private static PutObject AddressOfRecord(AgentId agent) => Put(
        "aor", agent, ("max_contacts", "1"), ("remove_existing", "yes"));

    private static PutObject Endpoint(AgentId agent, AsteriskOptions options)
    {
        var isBrowser = options.AgentTransport.EndsWith("-ws", StringComparison.Ordinal);
        return Put(
            "endpoint",
            agent,
            ("transport", options.AgentTransport),
            ("context", options.AgentContext),
            ("disallow", "all"),
            ("allow", options.AgentCodecs),
            ("webrtc", isBrowser ? "yes" : "no"),
            ("dtls_auto_generate_cert", isBrowser ? "yes" : "no"),
            ("direct_media", "no"),
            ("rtp_timeout", options.AgentSilenceMaxSeconds.ToString(CultureInfo.InvariantCulture)),
            ("from_domain", options.SipDomain),
            ("auth", LegNames.EndpointOf(agent)),
            ("aors", LegNames.EndpointOf(agent)));
    }

    private static PutObject Put(string type, AgentId agent, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var body = new PhoneFields([.. fields.ToArray().Select(field => new PhoneField(field.Name, field.Value))]);
        return AsteriskRequests.UpdateObject(
            ConfigClass,
            type,
            LegNames.EndpointOf(agent),
            JsonSerializer.Serialize(body, PhoneJson.Default.PhoneFields));
    }
}

/// <summary>Body of a request that makes one object.</summary>
internal sealed record PhoneFields(IReadOnlyList<PhoneField> Fields);

/// <summary>One setting of an object.</summary>
internal sealed record PhoneField(string Attribute, string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PhoneFields))]
internal sealed partial class PhoneJson : JsonSerializerContext;

using CrmUms.AgentWeb.Cti;
using Microsoft.AspNetCore.DataProtection;

namespace CrmUms.AgentWeb.Tests.Cti;

public sealed class WebHookSecretsTests
{
    [Fact]
    public void A_secret_opens_with_the_keys_that_sealed_it()
    {
        var secrets = new WebHookSecrets(new EphemeralDataProtectionProvider());

        secrets.Open(secrets.Seal("whsec_1")).ShouldBe("whsec_1");
    }

    [Fact]
    public void A_database_restored_without_the_servers_keys_gives_no_secret_and_stops_nothing()
    {
        var before = new WebHookSecrets(new EphemeralDataProtectionProvider());
        var after = new WebHookSecrets(new EphemeralDataProtectionProvider());

        after.Open(before.Seal("whsec_1")).ShouldBeNull();
    }
}

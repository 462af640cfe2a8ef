using System.ComponentModel.DataAnnotations;

namespace CrmUms.CtiGateway.Tests;

public sealed class AsteriskOptionsTests
{
    [Fact]
    public void Without_a_password_there_is_no_start() =>
        Failures(new AsteriskOptions()).ShouldBe([nameof(AsteriskOptions.Password)]);

    [Fact]
    public void Limits_are_kept() =>
        Failures(new AsteriskOptions
        {
            Password = "x",
            RequestMax = TimeSpan.Zero,
            RequestsInFlightMax = 0,
            PingEvery = TimeSpan.FromHours(1),
            AgentSilenceMaxSeconds = 0,
        }).ShouldBe(
            [
                nameof(AsteriskOptions.RequestMax), nameof(AsteriskOptions.RequestsInFlightMax),
                nameof(AsteriskOptions.PingEvery), nameof(AsteriskOptions.AgentSilenceMaxSeconds),
            ],
            ignoreOrder: true);

    private static IEnumerable<string> Failures(AsteriskOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.SelectMany(result => result.MemberNames);
    }
}

using System.Globalization;
using CrmUms.Storage.Identity;

namespace CrmUms.Storage.Demo;

/// <summary>The employees of the demo.</summary>
internal static class DemoStaff
{
    public const string SupervisorName = "Дильноза Юлдашева";

    public static Guid SupervisorId { get; } = Id(3);

    public static IEnumerable<Account> All(string passwordHash, int benchAgents)
    {
        yield return Employee(1, "agent1", "Азиза Каримова", EmployeeRole.Agent, passwordHash);
        yield return Employee(2, "agent2", "Бобур Рахимов", EmployeeRole.Agent, passwordHash);
        yield return Employee(3, "supervisor", SupervisorName, EmployeeRole.Supervisor, passwordHash);
        yield return Employee(4, "admin", "Рустам Назаров", EmployeeRole.Administrator, passwordHash);
        for (var number = 1; number <= benchAgents; number++)
        {
            var login = string.Create(CultureInfo.InvariantCulture, $"bench{number}");
            yield return Employee(1000 + number, login, login, EmployeeRole.Agent, passwordHash);
        }
    }

    // Ids are fixed, so that a demo that is set up again knows its people.
    private static Guid Id(int number) =>
        Guid.ParseExact(string.Create(CultureInfo.InvariantCulture, $"0197000000007000800000000000{number:d4}"), "n");

    private static Account Employee(
        int number, string login, string name, EmployeeRole role, string passwordHash) =>
        new(Id(number), login, name, role, Language: "ru", passwordHash, MustSetPassword: false);
}

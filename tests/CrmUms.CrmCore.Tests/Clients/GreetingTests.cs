using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Clients;

namespace CrmUms.CrmCore.Tests.Clients;

public sealed class GreetingTests
{
    [Theory]
    [InlineData("Юсупов", "Тимур", "Рашидович", "Тимур Рашидович")]
    [InlineData("Юсупов", "Тимур", "", "Тимур")]
    [InlineData("Юсупов", "Тимур", "Рашид ўғли", "Тимур")]
    [InlineData("Yusupova", "Malika", "Rashid qizi", "Malika")]
    [InlineData("Yusupov", "Timur", "Rashid o‘g‘li", "Timur")]
    [InlineData("Юсупов", "", "Рашидович", "Юсупов")]
    [InlineData("", "", "", "")]
    public void A_person_is_addressed_by_the_custom_of_his_name(
        string surname, string given, string patronymic, string greeting) =>
        Greeting.Of(new PersonName(surname, given, patronymic)).ShouldBe(greeting);

    [Fact]
    public void An_organization_is_addressed_by_the_person_who_calls_for_it_or_by_its_name()
    {
        var contact = new PersonName("Саидова", "Нигора", "Анваровна");

        Organization(contact).GreetingName.ShouldBe("Нигора Анваровна");
        Organization(PersonName.Empty).GreetingName.ShouldBe("ООО Навруз Савдо");
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("12345678x")]
    public void A_taxpayer_number_is_nine_digits(string text) =>
        Should.Throw<FormatException>(() => Inn.Parse(text));

    private static Client.Organization Organization(PersonName contact) => new(
        new ClientId(Guid.Empty), "ООО Навруз Савдо", Inn.Parse("301234567"), contact, [], IsVip: false, null);
}

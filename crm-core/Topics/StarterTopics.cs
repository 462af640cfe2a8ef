namespace CrmUms.CrmCore.Topics;

/// <summary>The tree that a new installation begins with: what people ask a mobile operator.</summary>
public static class StarterTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        Branch("tariff", "Тарифы и услуги", "Tariflar va xizmatlar", "Tariffs and services"),
        Leaf("tariff.change", "Смена тарифа", "Tarifni almashtirish", "Change of tariff"),
        Leaf("tariff.terms", "Условия тарифа", "Tarif shartlari", "Terms of a tariff"),
        Leaf("tariff.subscriptions", "Платные подписки", "Pullik obunalar", "Paid subscriptions"),
        Branch("balance", "Баланс и оплата", "Balans va to‘lov", "Balance and payment"),
        Leaf("balance.charges", "Списания", "Hisobdan yechishlar", "Charges"),
        Leaf("balance.payment", "Платёж не поступил", "To‘lov tushmadi", "Payment not received"),
        Branch("network", "Связь и интернет", "Aloqa va internet", "Network and internet"),
        Leaf("network.coverage", "Качество покрытия", "Qamrov sifati", "Coverage"),
        Leaf("network.internet", "Мобильный интернет", "Mobil internet", "Mobile internet"),
        Leaf("network.roaming", "Роуминг", "Rouming", "Roaming"),
        Branch("sim", "SIM-карта и номер", "SIM-karta va raqam", "SIM card and number"),
        Leaf("sim.replacement", "Замена SIM-карты", "SIM-kartani almashtirish", "SIM replacement"),
        Leaf("sim.block", "Блокировка номера", "Raqamni bloklash", "Blocking of a number"),
        Branch("service", "Обслуживание", "Xizmat ko‘rsatish", "Service"),
        Leaf("service.complaint", "Жалоба", "Shikoyat", "Complaint"),
        Leaf("service.other", "Другое", "Boshqa", "Other"),
    ];

    private static Topic Branch(string id, string ru, string uz, string en) =>
        new(id, null, new TopicNames(ru, uz, en));

    private static Topic Leaf(string id, string ru, string uz, string en) =>
        new(id, id[..id.IndexOf('.', StringComparison.Ordinal)], new TopicNames(ru, uz, en));
}

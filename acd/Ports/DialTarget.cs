using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Ports;

/// <summary>Whom a call of ours goes to. Its text is what an administrator or an agent wrote.</summary>
public abstract partial record DialTarget
{
    private DialTarget()
    {
    }

    /// <summary>The text that <see cref="TryParse"/> read.</summary>
    public abstract string Text { get; }

    /// <summary>A telephone number, called through the carrier.</summary>
    public static DialTarget Of(PhoneNumber number) => new Number(number.E164);

    /// <summary>
    /// Reads a number (<c>+998901234567</c>, <c>102</c>: digits, <c>*</c>, a plus in front) or an address
    /// (<c>sip:assistant@127.0.0.1:5080</c>).
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DialTarget? target)
    {
        target = text switch
        {
            not null when NumberShape().IsMatch(text) => new Number(text),
            not null when AddressShape().IsMatch(text) => new Address(text),
            _ => null,
        };
        return target is not null;
    }

    /// <summary>The text.</summary>
    public sealed override string ToString() => Text;

    [GeneratedRegex(@"\A\+?[0-9*]{1,32}\z")]
    private static partial Regex NumberShape();

    // Nothing that could end the address and begin something else in a dial string or a header.
    [GeneratedRegex(@"\Asip:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,128}(:[0-9]{1,5})?\z")]
    private static partial Regex AddressShape();

    /// <summary>A number that the carrier knows.</summary>
    public sealed record Number : DialTarget
    {
        internal Number(string digits) => Text = digits;

        /// <inheritdoc/>
        public override string Text { get; }
    }

    /// <summary>A SIP address, called directly: an assistant, another exchange.</summary>
    public sealed record Address : DialTarget
    {
        internal Address(string uri) => Text = uri;

        /// <inheritdoc/>
        public override string Text { get; }
    }
}

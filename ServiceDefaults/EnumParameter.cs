using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.ServiceDefaults;

/// <summary>An enum in a query string, by name and case-insensitive; the framework would accept numbers too.</summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="Value">The value.</param>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "IParsable asks for them.")]
public readonly record struct EnumParameter<T>(T Value) : IParsable<EnumParameter<T>> where T : struct, Enum
{
    /// <inheritdoc/>
    public static EnumParameter<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException($"It is one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumParameter<T> result)
    {
        var known = Enum.GetNames<T>().FirstOrDefault(x => string.Equals(x, s, StringComparison.OrdinalIgnoreCase));
        result = known is null ? default : new(Enum.Parse<T>(known));
        return known is not null;
    }
}

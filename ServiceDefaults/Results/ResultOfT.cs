using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Results;

/// <summary>The result of a use case: a value, or why it was refused.</summary>
/// <typeparam name="T">The value.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates",
    Justification = "Result.FromRefusal and the value itself are.")]
public readonly struct Result<T> where T : notnull
{
    readonly T? _value;
    readonly Refusal? _refusal;

    Result(T? value, Refusal? refusal) => (_value, _refusal) = (value, refusal);

    /// <summary>It was done.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>It was refused.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Whether it was done.</summary>
    /// <param name="value">The value.</param>
    /// <param name="refusal">Why it was refused; null when it was done.</param>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, _refusal);
        return refusal is null;
    }

    /// <summary>The HTTP response.</summary>
    /// <param name="done">Makes the response of the value.</param>
    public IResult ToHttp(Func<T, IResult> done) => TryGet(out var value, out var refusal) ? done(value) : refusal.ToProblem();
}

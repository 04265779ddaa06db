using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Helpdesk.Fixtures;

/// <summary>Waits for asynchronous effects.</summary>
public static class Eventually
{
    // Enough for a busy machine; a longer timeout would not make tests slower.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Returns once the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? within = null,
        [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (within ?? Patience))
                throw new TimeoutException($"This did not come true within {watch.Elapsed.TotalSeconds:0} s: {what}");
            await Task.Delay(25);
        }
    }

    /// <summary>Returns once the condition holds.</summary>
    public static Task HoldsAsync(Func<bool> condition, TimeSpan? within = null,
        [CallerArgumentExpression(nameof(condition))] string what = "") =>
        HoldsAsync(() => Task.FromResult(condition()), within, what);
}

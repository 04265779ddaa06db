using System.Net;
using System.Text.Json;

namespace Helpdesk.Running;

/// <summary>An anonymous customer who retries.</summary>
public static class Customer
{
    /// <summary>Solves the captcha by its exposed answer.</summary>
    public static async Task<string> SolveCaptchaAsync(ApiClient api)
    {
        var id = (await api.PostAsync("/api/captcha/challenges")).Expect(HttpStatusCode.Created).GetProperty("id").GetString();
        var answer = (await api.GetAsync($"/api/captcha/challenges/{id}/answer")).Expect(HttpStatusCode.OK).GetProperty("answer")
            .GetString();
        return (await api.PostAsync($"/api/captcha/challenges/{id}/answer", new { answer })).Expect(HttpStatusCode.OK).GetProperty("pass")
            .GetString()!;
    }

    /// <summary>Opens a ticket, retrying with the same key until it is accepted; null when time runs out first.</summary>
    public static async Task<OpenedTicket?> OpenAsync(
        ApiClient api, StaffedArea area, int number, CancellationToken giveUp, Action<string>? hindered = null)
    {
        var key = Guid.NewGuid().ToString("N");
        string? pass = null;
        for (var tries = 1; !giveUp.IsCancellationRequested; tries++)
        {
            try
            {
                pass ??= await SolveCaptchaAsync(api);
                var answer = await api.PostAsync("/api/tickets", area.Ticket(number), ("Captcha-Pass", pass), ("Idempotency-Key", key));
                if (answer.Status == HttpStatusCode.Created)
                    return new OpenedTicket(number, answer.Json.GetProperty("number").GetString()!, tries);
                if ((int)answer.Status is >= 400 and < 500 && answer.Status != HttpStatusCode.TooManyRequests)
                    throw new NotSupportedException($"Ticket {number} was refused: {answer.Text}");
                hindered?.Invoke($"opening: {(int)answer.Status} {answer.Text}");
            }
            catch (Exception exception) when (
                exception is HttpRequestException or TaskCanceledException or InvalidOperationException or JsonException)
            {
                // Something was killed: retry.
                hindered?.Invoke($"{(pass is null ? "captcha" : "opening")}: {exception.Message}");
            }

            // Exponential back-off with jitter, as clients should have.
            var pause = TimeSpan.FromMilliseconds(Math.Min(200 << Math.Min(tries, 5), 5000) * (0.5 + Random.Shared.NextDouble()));
            await Task.Delay(pause, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }
}

public sealed record OpenedTicket(int Index, string Number, int Tries);

using System.Net;
using System.Text.Json;

namespace Helpdesk.Running;

/// <summary>Somebody without an account who needs help and does not give up.</summary>
public static class Customer
{
    /// <summary>Solves the captcha by its exposed answer.</summary>
    public static async Task<string> SolveCaptchaAsync(ApiClient api)
    {
        var id = (await api.PostAsync("/api/captcha/challenges")).Expect(HttpStatusCode.Created).GetProperty("id").GetString();
        var answer = (await api.GetAsync($"/api/captcha/challenges/{id}/answer")).Expect(HttpStatusCode.OK).GetProperty("answer").GetString();
        return (await api.PostAsync($"/api/captcha/challenges/{id}/answer", new { answer })).Expect(HttpStatusCode.OK).GetProperty("pass").GetString()!;
    }

    /// <summary>Opens a ticket and repeats it with the same key until it is accepted; null when time runs out before that.</summary>
    public static async Task<Opened?> OpenAsync(
        ApiClient api, Desk desk, int number, CancellationToken giveUp, Action<string>? hindered = null)
    {
        var key = Guid.NewGuid().ToString("N");
        string? pass = null;
        for (var tries = 1; !giveUp.IsCancellationRequested; tries++)
        {
            try
            {
                pass ??= await SolveCaptchaAsync(api);
                var answer = await api.PostAsync("/api/tickets", desk.Ticket(number), ("Captcha-Pass", pass), ("Idempotency-Key", key));
                if (answer.Status == HttpStatusCode.Created)
                    return new Opened(number, answer.Json.GetProperty("number").GetString()!, tries);
                if ((int)answer.Status is >= 400 and < 500 && answer.Status != HttpStatusCode.TooManyRequests)
                    throw new NotSupportedException($"Ticket {number} was refused: {answer.Text}");
                hindered?.Invoke($"opening: {(int)answer.Status} {answer.Text}");
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or InvalidOperationException or JsonException)
            {
                // Something is being killed: that is what the customer has to live with.
                hindered?.Invoke($"{(pass is null ? "captcha" : "opening")}: {exception.Message}");
            }

            // Each waits longer than before and a little differently, as clients should: hundreds who come back at once keep a service down.
            var pause = TimeSpan.FromMilliseconds(Math.Min(200 << Math.Min(tries, 5), 5000) * (0.5 + Random.Shared.NextDouble()));
            await Task.Delay(pause, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }
}

public sealed record Opened(int Index, string Number, int Tries);

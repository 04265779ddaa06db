using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>Carries out a marked request once per key, and answers repetitions with the stored response.</summary>
sealed class IdempotencyMiddleware(RequestDelegate next, IDataProtectionProvider protection, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    const int MinLength = 16, MaxLength = 200;

    static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    readonly IDataProtector _protector = protection.CreateProtector(IdempotentResponseExtensions.Purpose);

    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header];
        if (StringValues.IsNullOrEmpty(given) || context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyKeyMetadata>() is null)
        {
            await next(context);
            return;
        }

        if (given.ToString() is not { Length: >= MinLength and <= MaxLength } key)
        {
            var message = $"The key must be between {MinLength} and {MaxLength} characters, and not guessable.";
            await Problem.Invalid("idempotency-key", message).ExecuteAsync(context);
            return;
        }

        var db = context.RequestServices.GetRequiredService<DbContext>();
        var request = new IdempotentResponse
        {
            Key = KeyOf(context, key), Fingerprint = await FingerprintAsync(context.Request), ExpiresAt = time.GetUtcNow() + Lifetime,
        };
        if (await FindAsync(db, request, context.RequestAborted) is null)
            await ExecuteAsync(context, db, request);
        else
            await ReplayAsync(context, db, request);
    }

    async Task ExecuteAsync(HttpContext context, DbContext db, IdempotentResponse request)
    {
        // Saved by the handler itself: a handler that refuses saves nothing, and the key stays free.
        var row = db.Add(request);
        context.Features.Set(request);
        var original = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        catch (DuplicateRequestException)
        {
            // A double click: the other request was faster, and this one gets its response.
            context.Response.Body = original;
            db.ChangeTracker.Clear();
            await ReplayAsync(context, db, request);
            return;
        }
        finally
        {
            context.Response.Body = original;
        }

        var written = body.ToArray();
        if (row.State == EntityState.Unchanged)
        {
            if (request.Status is null)
                await StoreAsync(db, request, context.Response, written);
        }
        else if (await FindAsync(db, request, context.RequestAborted) is not null)
        {
            // Refused because its duplicate was faster and used something up, such as a captcha pass.
            context.Response.ContentLength = null;
            await ReplayAsync(context, db, request);
            return;
        }

        await original.WriteAsync(written, context.RequestAborted);
    }

    /// <summary>Not cancelled with the request: what was done stays done when the caller has hung up.</summary>
    Task<int> StoreAsync(DbContext db, IdempotentResponse request, HttpResponse response, byte[] body)
    {
        var (location, contentType, protectedBody) = (response.Headers.Location.ToString(), response.ContentType, _protector.Protect(body));
        return db.Set<IdempotentResponse>().Where(x => x.Key == request.Key).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.Status, response.StatusCode).SetProperty(x => x.Location, location)
            .SetProperty(x => x.ContentType, contentType).SetProperty(x => x.ProtectedBody, protectedBody), CancellationToken.None);
    }

    async Task ReplayAsync(HttpContext context, DbContext db, IdempotentResponse request)
    {
        var first = await WaitForResponseAsync(db, request, context.RequestAborted);
        if (!CryptographicOperations.FixedTimeEquals(first.Fingerprint, request.Fingerprint))
        {
            await Problem.Of(StatusCodes.Status422UnprocessableEntity, ProblemTypes.IdempotencyKeyReused,
                "This Idempotency-Key was used for another request. Take a new key for each thing you create.").ExecuteAsync(context);
            return;
        }

        if (first is not { Status: { } status, ProtectedBody: { } protectedBody })
        {
            context.Response.Headers.RetryAfter = "1";
            await Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.AnswerNotKnown,
                "This request was carried out, or is just being carried out, and its answer is not known yet. "
                + "Repeat it with the same key, or look whether it is done.").ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (first.Location is { Length: > 0 } location)
            context.Response.Headers.Location = location;
        context.Response.ContentType = first.ContentType;
        await context.Response.Body.WriteAsync(_protector.Unprotect(protectedBody), context.RequestAborted);
    }

    static Task<IdempotentResponse?> FindAsync(DbContext db, IdempotentResponse request, CancellationToken cancellationToken) =>
        db.Set<IdempotentResponse>().AsNoTracking().SingleOrDefaultAsync(x => x.Key == request.Key, cancellationToken);

    // The row is there, so the first request has committed; its response follows in a moment, unless its host died.
    async Task<IdempotentResponse> WaitForResponseAsync(DbContext db, IdempotentResponse request, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            if (await FindAsync(db, request, cancellationToken) is { } found && (found.Status is not null || tries == 40))
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }
    }

    static byte[] KeyOf(HttpContext context, string key) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        context.User.AccountId()?.ToString() ?? context.Request.Headers.Authorization.ToString(),
        context.Request.Method, context.Request.Path, key)));

    static async Task<byte[]> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return hash;
    }
}

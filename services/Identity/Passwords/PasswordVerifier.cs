using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Passwords;

sealed class PasswordVerifier(
    AccountsDbContext db, IPasswordHasher<Account> hasher, DecoyPassword decoy, SignInAttempts attempts, PasswordHashingLimiter limiter,
    ILogger<PasswordVerifier> logger)
{
    /// <summary>
    /// The account when the password is right; null when it is wrong, nobody has the address or the account is locked, in the same time.
    /// The attempt counts as wrong until the caller has it forgotten.
    /// </summary>
    /// <param name="deviceToken">The token of the device, if there is one.</param>
    /// <exception cref="BusyException">Too many passwords are being checked; nothing was counted.</exception>
    public async Task<VerifiedAccount?> VerifyAsync(
        string normalizedEmail, string password, string? deviceToken, CancellationToken cancellationToken)
    {
        var knownDevice = await attempts.IsKnownDeviceAsync(normalizedEmail, deviceToken, cancellationToken);
        return await VerifyAsync(normalizedEmail, password, knownDevice, cancellationToken) is { } account
            ? new(account, knownDevice)
            : null;
    }

    /// <summary>
    /// The caller's account, when this is its password, and then the attempt is forgotten. It counts like one to sign in: with a stolen
    /// token one could guess the password here instead.
    /// </summary>
    /// <param name="field">Where the request has the password.</param>
    public async Task<Result<Account>> VerifyOwnAsync(
        ClaimsPrincipal caller, string password, string field, CancellationToken cancellationToken)
    {
        var id = caller.AccountId();
        var email = await db.Users.Where(x => x.Id == id).Select(x => x.NormalizedEmail!).SingleAsync(cancellationToken);
        if (await VerifyAsync(email, password, knownDevice: true, cancellationToken) is not { } account)
            return WrongPassword(field);
        await attempts.ResetAsync(account.Id, knownDevice: true, cancellationToken);
        return account;
    }

    public static Refusal WrongPassword(string field) => Refusal.Invalid(
        field, "This is not your current password, or it was wrong so often that the account is locked for a while.");

    async Task<Account?> VerifyAsync(string normalizedEmail, string password, bool knownDevice, CancellationToken cancellationToken)
    {
        // Before the attempt is counted: nobody is locked out because the machine was busy.
        using var lease = await limiter.AcquireAsync(knownDevice, cancellationToken);
        var account = await attempts.CountAsync(normalizedEmail, knownDevice, cancellationToken);
        if (IsRight(account, PasswordFormat.Normalize(password)))
            return account;
        if (account is not null)
            Log(account, knownDevice);
        return null;
    }

    // Who was invited and has not accepted has no password either.
    bool IsRight(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword(account ?? decoy.Account, account?.PasswordHash ?? decoy.Hash, password);
        return result != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
    }

    void Log(Account account, bool knownDevice)
    {
        if ((knownDevice ? account.KnownDeviceLockoutEnd : account.LockoutEnd) is { } until)
        {
            logger.LogWarning(
                "Account {AccountId} is locked for {Whom} until {Until} after too many wrong passwords",
                account.Id, knownDevice ? "devices that it knows" : "strangers", until);
        }
        else
        {
            logger.LogInformation("A password for account {AccountId} was wrong", account.Id);
        }
    }
}

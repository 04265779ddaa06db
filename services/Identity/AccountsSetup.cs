using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.Identity.Setup;
using Helpdesk.Identity.Tokens;
using Helpdesk.Identity.TwoFactor;
using MassTransit;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity;

static class AccountsSetup
{
    public static void AddLinkConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumers(typeof(SendRegistrationLink), typeof(SendPasswordResetLink), typeof(SendEmailChangeLink));

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Before Identity adds its own, which asks for signs and capitals instead of length.
        services.AddScoped<IPasswordValidator<Account>, PasswordPolicy>();
        // And before its own, which writes in capitals by the rules of a language.
        services.AddSingleton<ILookupNormalizer, CanonicalNormalizer>();
        services.Configure<PasswordHasherOptions>(x => x.IterationCount = 210_000);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // The user name is the email address; its form is checked where it is typed.
            identity.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<AccountsDbContext>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<PasswordHashingLimiter>();
        services.AddScoped<SignInAttempts>();
        services.AddScoped<PasswordVerifier>();
        services.AddTokens();
        services.AddScoped<SessionIssuer>();
        services.AddScoped<RefreshTokenGrace>();
        services.AddScoped<RefreshTokenReuse>();
        services.AddScoped<SessionRevocation>();
        services.AddScoped<OneTimeLinkIssuer>();
        services.AddScoped<InvitationSender>();
        services.AddScoped<OneTimeLinkActions>();
        services.AddScoped<EmailChangeAuthorization>();
        services.AddScoped<SecondFactorVerifier>();
        services.AddScoped<TwoFactorRemoval>();
        services.AddSingleton<SettingsDefaults>();
        services.AddSingleton<CachedSettings>();
        services.AddSingleton(new SetupCode(builder.Configuration["Setup:Code"]));
        services.AddCleanUps();
    }
}

using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Setup;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity;

static class AccountsSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Before Identity adds its own, which asks for signs and capitals instead of length.
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.Configure<PasswordHasherOptions>(x => x.IterationCount = 210_000);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // The user name is the mail address; its form is checked where it is typed.
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<AccountsDbContext>();
        services.AddSingleton<DecoyPassword>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SessionTokens>();
        services.AddSingleton(new SetupCode(builder.Configuration["Setup:Code"]));
        services.AddHostedService<PurgeSessions>();
    }
}

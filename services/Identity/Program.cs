using Helpdesk.Identity;
using Helpdesk.Identity.Tokens;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("identity");
builder.AddDatabase<AccountsDbContext>("identity");
builder.AddMessaging<AccountsDbContext>("identity", x => x.AddLinkConsumers());
builder.Services.AddIdempotencyKeys<AccountsDbContext>();
builder.AddAccounts();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapIdentity();
if (args is [TokensSetup.RotateVerb])
    await app.RotateKeysAsync();
else
    await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;

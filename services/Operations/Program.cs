using Helpdesk.Messaging;
using Helpdesk.Operations;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("operations");
builder.AddDatabase<OperationsDbContext>("operations");
builder.AddMessaging<OperationsDbContext>("operations", x => x.AddRevokedAccess<OperationsDbContext>());
builder.Services.AddIdempotencyKeys<OperationsDbContext>();
builder.Services.AddTokenKeys<OperationsDbContext>();
builder.AddOperations();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapOperations();
await app.RunOrMigrateAsync(args);

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;

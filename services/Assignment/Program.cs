using Helpdesk.Assignment;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using MassTransit;

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("assignment");
builder.AddDatabase<AssignmentDbContext>("assignment");
builder.AddMessaging<AssignmentDbContext>("assignment", x =>
{
    x.AddRevokedAccess<AssignmentDbContext>();
    x.AddConsumers(AssignmentSetup.Consumers);
});
builder.Services.AddIdempotencyKeys<AssignmentDbContext>();
builder.Services.AddAssignment();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapAssignment();
if (args.Contains("replay"))
    return await ReplayCommand.RunAsync(app);
await app.RunOrMigrateAsync(args);
return 0;

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;

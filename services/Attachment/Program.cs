using Helpdesk.Attachment;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Claiming;
using Helpdesk.Attachment.Purging;
using Helpdesk.Attachment.Storing;
using Helpdesk.Attachment.Uploading;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Database;
using MassTransit;

if (CheckVerbs.TryFind(args, out var check))
    return CheckProcess.Run(check);

var builder = WebApplication.CreateBuilder(args).AddServiceDefaults("attachment");
builder.AddDatabase<AttachmentDbContext>("attachment");
builder.AddMessaging<AttachmentDbContext>(
    "attachment", x => x.AddConsumers(typeof(ClaimFiles), typeof(MarkForPurge), typeof(WithdrawPurge)));
builder.AddStoring();
builder.AddUploading();
builder.AddPurging();
builder.Services.AddValidation();

var app = builder.Build().UseServiceDefaults();
app.MapAttachment();
await app.RunOrMigrateAsync(args);
return 0;

/// <summary>The host, named so that tests can boot it.</summary>
public partial class Program;

using Helpdesk.AppHost;
using Helpdesk.AppHost.Resources;
using Helpdesk.AppHost.Running;

if (await Installation.OpenAsync(args) is not { } builder)
    return 1;

var postgres = builder.AddDatabaseServer("postgres");
var rabbitmq = builder.AddBroker("rabbitmq");
var mailbox = builder.AddMailbox("mailbox");
var setupCode = builder.AddSetupCode("setup-code");

var identity = builder.AddService<Projects.Identity>("identity", postgres, rabbitmq)
    .With(x => x.WithEnvironment("Setup__Code", setupCode).WithSettingsOf("ticketing", "Closing").WithSettingsOf("ticketing", "Retention"));
var ticketing = builder.AddService<Projects.Ticketing>("ticketing", postgres, rabbitmq).WithReferences(identity);
var assignment = builder.AddService<Projects.Assignment>("assignment", postgres, rabbitmq).WithReferences(identity)
    .With(x => x.WithSettingsOf("ticketing", "Visibility"));
var notification = builder.AddService<Projects.Notification>("notification", postgres, rabbitmq).WithReferences(identity)
    .With(x => x.WithReference(mailbox).WithSettingsOf("ticketing", "Closing").WithSettingsOf("ticketing", "Visibility"));
var attachment = builder.AddService<Projects.Attachment>("attachment", postgres, rabbitmq).WithReferences(identity)
    .With(x => x.WithEnvironment("Storage__Root", builder.DataDirectory("files")));
var captcha = builder.AddService<Projects.Captcha>("captcha", postgres).WithReferences(identity);
var operations = builder.AddService<Projects.Operations>("operations", postgres, rabbitmq)
    .WithReferences(identity, ticketing, assignment, notification, attachment);
var portal = builder.AddWebHost<Projects.Portal>("portal", rabbitmq)
    .WithReferences(identity, ticketing, assignment, notification, attachment, captcha, operations);
builder.AddGateway<Projects.Gateway>("gateway")
    .InFrontOf(portal, identity, ticketing, assignment, notification, attachment, captcha, operations);
return await builder.RunAsync();

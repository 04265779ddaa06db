using Aspire.Hosting;
using Helpdesk.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var rabbitmq = builder.AddRabbitMQ("rabbitmq").WithDataVolume();
var mailbox = builder.AddMailbox("mailbox");
var setupCode = builder.AddSetupCode("setup-code");

var identity = builder.AddService("identity", postgres, rabbitmq).WithEnvironment("Setup__Code", setupCode)
    .WithSettingsOf("ticketing", "Closing").WithSettingsOf("ticketing", "Retention");
var ticketing = builder.AddService("ticketing", postgres, rabbitmq).WithReference(identity);
var assignment = builder.AddService("assignment", postgres, rabbitmq).WithReference(identity).WithSettingsOf("ticketing", "Visibility");
var notification = builder.AddService("notification", postgres, rabbitmq).WithReference(identity).WithReference(mailbox).WithSettingsOf("ticketing", "Closing").WithSettingsOf("ticketing", "Visibility");
var attachment = builder.AddService("attachment", postgres, rabbitmq).WithReference(identity).WithEnvironment("Storage__Root", builder.DataDirectory("files"));
var captcha = builder.AddService("captcha", postgres);
var operations = builder.AddService("operations", postgres, rabbitmq)
    .WithReference(identity).WithReference(ticketing).WithReference(assignment).WithReference(notification).WithReference(attachment);

var portal = builder.AddWebHost("portal", rabbitmq)
    .WithReference(identity).WithReference(ticketing).WithReference(assignment).WithReference(notification).WithReference(attachment).WithReference(captcha);

builder.AddGateway("gateway")
    .WithReference(portal).WaitFor(portal).WithReference(identity).WaitFor(identity)
    .WithReference(ticketing).WaitFor(ticketing)
    .WithReference(assignment).WaitFor(assignment)
    .WithReference(notification).WaitFor(notification)
    .WithReference(attachment).WaitFor(attachment)
    .WithReference(captcha).WaitFor(captcha)
    .WithReference(operations).WaitFor(operations);

builder.Build().Run();

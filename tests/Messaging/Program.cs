using Helpdesk.Messaging.Tests;

// The tests, or the process that one of them kills.
return args is [ChildProcess.Argument, var database, var broker, var id]
    ? await ChildProcess.RunAsync(database, broker, Guid.Parse(id))
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);

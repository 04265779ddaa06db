using Helpdesk.Load;
using Helpdesk.Load.Dispatching;

return args switch
{
    ["kill", .. var rest] => await KillCommand.RunAsync(rest),
    ["dispatcher", .. var rest] => await DispatcherCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: kill [TICKETS PER SECOND] [SECONDS] | dispatcher [MESSAGES]");
    return 2;
}

using Helpdesk.Load;
using Helpdesk.Load.Dispatching;
using Helpdesk.Load.Lists;
using Helpdesk.Load.Pages;

return args switch
{
    ["kill", .. var rest] => await KillCommand.RunAsync(rest),
    ["dispatcher", .. var rest] => await DispatcherCommand.RunAsync(rest),
    ["lists", .. var rest] => await ListsCommand.RunAsync(rest),
    ["pages"] => await PagesCommand.RunAsync(),
    ["rest"] => await RestCommand.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: kill [TICKETS PER SECOND] [SECONDS] | dispatcher [MESSAGES] | " +
        "lists [TICKETS] [DATABASE FILLED EARLIER] [ONLY LINES WITH] | pages | rest");
    return 2;
}

using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

// What others hear of them.
public sealed partial class Modes_of_an_area
{
    [Fact]
    public async Task The_mode_is_told_with_the_area()
    {
        await _service.SetModeAsync(_area, AssignmentMode.Manual);
        await _service.SetModeAsync(_area, AssignmentMode.Manual);
        var name = SampleEvents.Name("Sistemas");
        var made = await (await _service.As(AccountRoles.Admin)
            .PostAsJsonAsync("/api/areas", new { name, mode = "AutomaticWithFallback" }, Stop))
            .JsonAsync();
        Assert.Equal("AutomaticWithFallback", made.GetProperty("mode").GetString());
        var told = await _installation.Events.WaitForAsync<AreaChanged>(3, x => x.AreaId == _area || x.Name == name);
        Assert.Equal(
            [(1, AssignmentMode.Automatic), (2, AssignmentMode.Manual)], told.Where(x => x.AreaId == _area).OrderBy(x => x.Version)
            .Select(x => ((int)x.Version, x.Mode)));
        Assert.Equal(AssignmentMode.AutomaticWithFallback, told.Single(x => x.Name == name).Mode);
    }
}

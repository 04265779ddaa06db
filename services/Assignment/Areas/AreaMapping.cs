using Helpdesk.Api.Areas;

namespace Helpdesk.Assignment.Areas;

static class AreaMapping
{
    public static AreaResponse ToResponse(this Area area) =>
        new(area.Id, area.Name, area.Retired, area.Mode, area.FallbackAfter, area.Hours, area.Version);
}

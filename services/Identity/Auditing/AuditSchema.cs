namespace Helpdesk.Identity.Auditing;

/// <summary>For a migration: what is written in the log stays. Not even the service itself may change it.</summary>
static class AuditSchema
{
    public const string Create =
        """
        create function refuse_audit_change() returns trigger language plpgsql as $$
        begin
            raise exception 'The audit log is only added to.' using errcode = 'insufficient_privilege';
        end $$;
        create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
            for each statement execute function refuse_audit_change();
        """;

    public const string Drop = "drop function refuse_audit_change();";
}

using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Helpdesk.Notification.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(NotificationDbContext))]
    [Migration("20261201140910_Initial")]
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void BuildTargetModel(ModelBuilder modelBuilder) =>
            modelBuilder.HasAnnotation("ProductVersion", "10.0.15");

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    canonical_email = table.Column<string>(type: "text", nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agent_areas",
                columns: table => new
                {
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    area_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_areas", x => x.agent_id);
                });

            migrationBuilder.CreateTable(
                name: "agent_availability",
                columns: table => new
                {
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    available = table.Column<bool>(type: "boolean", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_availability", x => x.agent_id);
                });

            migrationBuilder.CreateTable(
                name: "bounce",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    refusals = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bounce", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ticket_number = table.Column<string>(type: "text", nullable: true),
                    template = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_name = table.Column<string>(type: "text", nullable: false),
                    recipient_address = table.Column<string>(type: "text", nullable: false),
                    canonical_address = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    model = table.Column<string>(type: "json", nullable: false),
                    mail_id = table.Column<string>(type: "text", nullable: false),
                    thread_id = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(55)", maxLength: 55, nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waiting_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.message_id, x.consumer_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    sequence_number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deliver_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scheduling_token = table.Column<Guid>(type: "uuid", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true),
                    set_aside_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    headers_json = table.Column<string>(type: "text", nullable: true),
                    properties_json = table.Column<string>(type: "text", nullable: true),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    initiator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_address = table.Column<string>(type: "text", nullable: true),
                    destination_address = table.Column<string>(type: "text", nullable: true),
                    response_address = table.Column<string>(type: "text", nullable: true),
                    fault_address = table.Column<string>(type: "text", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.sequence_number);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_threshold", 2000);

            migrationBuilder.CreateTable(
                name: "preference",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preference", x => new { x.account_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "quota",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    resets_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quota", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "revoked_access",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revoked_access", x => new { x.account_id, x.session_id });
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    close_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    warn_after = table.Column<TimeSpan>(type: "interval", nullable: true),
                    agents_see = table.Column<string>(type: "text", nullable: true),
                    mail_server = table.Column<string>(type: "text", nullable: true),
                    mail_user = table.Column<string>(type: "text", nullable: true),
                    protected_mail_password = table.Column<string>(type: "text", nullable: true),
                    mail_from = table.Column<string>(type: "text", nullable: true),
                    mail_sender = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true),
                    customer_name = table.Column<string>(type: "text", nullable: false),
                    customer_email = table.Column<string>(type: "text", nullable: false),
                    customer_canonical_email = table.Column<string>(type: "text", nullable: false),
                    customer_language = table.Column<string>(type: "text", nullable: false),
                    tracking_token = table.Column<string>(type: "text", nullable: false),
                    unverified = table.Column<bool>(type: "boolean", nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "token_keys",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    jwks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_token_keys", x => x.id);
                    table.CheckConstraint("ck_token_keys_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "digest_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ticket_number = table.Column<string>(type: "text", nullable: false),
                    ticket_subject = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_digest_item_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "delivery",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "resend",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    previous_state = table.Column<string>(type: "text", nullable: false),
                    previous_reason = table.Column<string>(type: "text", nullable: true),
                    previous_recipient = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resend", x => x.id);
                    table.ForeignKey(
                        name: "fk_resend_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "delivery",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_canonical_email",
                table: "account",
                column: "canonical_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_roles",
                table: "account",
                column: "roles")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_canonical_address_created_at",
                table: "delivery",
                columns: new[] { "canonical_address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_created_at",
                table: "delivery",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_due",
                table: "delivery",
                column: "next_attempt_at",
                filter: "next_attempt_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_state_created_at",
                table: "delivery",
                columns: new[] { "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_ticket_number_created_at",
                table: "delivery",
                columns: new[] { "ticket_number", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_digest_item_delivery_id",
                table: "digest_item",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_digest_item_ticket_number",
                table: "digest_item",
                column: "ticket_number");

            migrationBuilder.CreateIndex(
                name: "ix_digest_item_waiting",
                table: "digest_item",
                columns: new[] { "created_at", "account_id" },
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_consumed_at",
                table: "inbox_message",
                column: "consumed_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_due",
                table: "outbox_message",
                columns: new[] { "deliver_at", "sequence_number" },
                filter: "set_aside_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_scheduling_token",
                table: "outbox_message",
                column: "scheduling_token",
                filter: "scheduling_token IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_set_aside",
                table: "outbox_message",
                column: "set_aside_at",
                filter: "set_aside_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_preference_kind_mode",
                table: "preference",
                columns: new[] { "kind", "mode" });

            migrationBuilder.CreateIndex(
                name: "ix_quota_resets_at",
                table: "quota",
                column: "resets_at");

            migrationBuilder.CreateIndex(
                name: "ix_resend_delivery_id",
                table: "resend",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_revoked_access_heard_at",
                table: "revoked_access",
                column: "heard_at");

            migrationBuilder.CreateIndex(
                name: "ix_revoked_access_until",
                table: "revoked_access",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_customer_canonical_email",
                table: "ticket",
                column: "customer_canonical_email");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_merged_into_id",
                table: "ticket",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_number",
                table: "ticket",
                column: "number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "agent_areas");

            migrationBuilder.DropTable(
                name: "agent_availability");

            migrationBuilder.DropTable(
                name: "bounce");

            migrationBuilder.DropTable(
                name: "digest_item");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "preference");

            migrationBuilder.DropTable(
                name: "quota");

            migrationBuilder.DropTable(
                name: "resend");

            migrationBuilder.DropTable(
                name: "revoked_access");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "ticket");

            migrationBuilder.DropTable(
                name: "token_keys");

            migrationBuilder.DropTable(
                name: "delivery");
        }
    }
}

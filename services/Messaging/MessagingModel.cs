using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>The tables of outbox and inbox.</summary>
public static class MessagingModel
{
    /// <summary>Adds <c>outbox_message</c> and <c>inbox_message</c> to the model of a service.</summary>
    /// <param name="modelBuilder">The model under construction.</param>
    public static ModelBuilder AddMessaging(this ModelBuilder modelBuilder) => modelBuilder
        .Entity<OutboxMessage>(row =>
        {
            row.ToTable("outbox_message").HasKey(x => x.SequenceNumber).HasName("pk_outbox_message");
            row.Property(x => x.SequenceNumber).HasColumnName("sequence_number");
            row.Property(x => x.MessageId).HasColumnName("message_id");
            row.Property(x => x.DeliverAt).HasColumnName("deliver_at");
            row.Property(x => x.SchedulingToken).HasColumnName("scheduling_token");
            row.Property(x => x.Attempts).HasColumnName("attempts");
            row.Property(x => x.Error).HasColumnName("error");
            row.Property(x => x.SetAsideAt).HasColumnName("set_aside_at");
            row.Property(x => x.WrittenAt).HasColumnName("written_at");
            row.Property(x => x.ContentType).HasColumnName("content_type");
            row.Property(x => x.MessageType).HasColumnName("message_type");
            row.Property(x => x.Body).HasColumnName("body");
            row.Property(x => x.HeadersJson).HasColumnName("headers_json");
            row.Property(x => x.PropertiesJson).HasColumnName("properties_json");
            row.Property(x => x.ConversationId).HasColumnName("conversation_id");
            row.Property(x => x.CorrelationId).HasColumnName("correlation_id");
            row.Property(x => x.InitiatorId).HasColumnName("initiator_id");
            row.Property(x => x.RequestId).HasColumnName("request_id");
            row.Property(x => x.SourceAddress).HasColumnName("source_address");
            row.Property(x => x.DestinationAddress).HasColumnName("destination_address");
            row.Property(x => x.ResponseAddress).HasColumnName("response_address");
            row.Property(x => x.FaultAddress).HasColumnName("fault_address");
            row.Property(x => x.ExpiresAt).HasColumnName("expires_at");
            row.HasIndex(x => new { x.DeliverAt, x.SequenceNumber }).HasDatabaseName("ix_outbox_message_due")
                .HasFilter("set_aside_at IS NULL");
            row.HasIndex(x => x.SetAsideAt).HasDatabaseName("ix_outbox_message_set_aside").HasFilter("set_aside_at IS NOT NULL");
            row.HasIndex(x => x.SchedulingToken).HasDatabaseName("ix_outbox_message_scheduling_token")
                .HasFilter("scheduling_token IS NOT NULL");
            // Most rows live for moments, timers for days: vacuum by the number of deleted rows, not by their share.
            row.HasStorageParameter("autovacuum_vacuum_scale_factor", 0);
            row.HasStorageParameter("autovacuum_vacuum_threshold", 2000);
        })
        .Entity<InboxMessage>(row =>
        {
            row.ToTable("inbox_message").HasKey(x => new { x.MessageId, x.ConsumerId }).HasName("pk_inbox_message");
            row.Property(x => x.MessageId).HasColumnName("message_id");
            row.Property(x => x.ConsumerId).HasColumnName("consumer_id");
            row.Property(x => x.ConsumedAt).HasColumnName("consumed_at");
            row.HasIndex(x => x.ConsumedAt).HasDatabaseName("ix_inbox_message_consumed_at");
        });
}

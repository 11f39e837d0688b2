using System.Buffers.Binary;
using Google.Protobuf;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;
using Tensorboard;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>The events file, read back record by record as TensorBoard reads it.</summary>
public sealed class TensorBoardEventsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("events-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_point_of_a_curve_is_there_under_its_quantity_run_and_split()
    {
        HistoryRow[] history =
        [
            new("good", 0, 0, "training", "loss", 0.75), new("good", 1, 0.5, "training", "loss", 0.5),
            new("good", 1, 0.5, "", "rate", 0.25),
        ];

        Event[] events = Read(history);

        Assert.Equal(
            [("loss/good training", 0L, 0.75f), ("loss/good training", 1L, 0.5f), ("rate/good", 1L, 0.25f)],
            events.Select(written => (written.Summary.Value.Single().Tag, written.Step, written.Summary.Value.Single().SimpleValue)));
    }

    [Fact]
    public void A_long_curve_keeps_its_first_and_last_point()
    {
        HistoryRow[] history = [.. Enumerable.Range(0, 5001).Select(step => new HistoryRow("long", step, step, "training", "loss", step))];

        Event[] events = Read(history);

        Assert.Equal(TensorBoardEvents.MaxPointsPerCurve, events.Length);
        Assert.Equal((0L, 5000L), (events[0].Step, events[^1].Step));
    }

    /// <summary>
    /// Each record: its length (8 bytes), a checksum (4), the event, a checksum (4); the first event is the file's
    /// version.
    /// </summary>
    private Event[] Read(HistoryRow[] history)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(TensorBoardEvents.Write(_folder.FullName, history, DateTimeOffset.UnixEpoch));
        var events = new List<Event>();
        while (file.Length > 0)
        {
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
            var written = new Event();
            written.MergeFrom(new CodedInputStream(file.Slice(12, length).ToArray()));
            events.Add(written);
            file = file[(length + 16)..];
        }

        return [.. events.Where(written => written.Summary is not null)];
    }
}

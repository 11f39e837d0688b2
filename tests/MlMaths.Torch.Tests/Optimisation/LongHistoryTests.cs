using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Histories that are too long for memory.</summary>
public sealed class LongHistoryTests : IDisposable
{
    private const int Steps = 100_000, StepsPerEpoch = 10;

    private readonly string _home = Directory.CreateTempSubdirectory("long-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_hundred_thousand_steps_are_kept_as_twenty_thousand_with_both_ends_and_exact_extremes()
    {
        KeptRows rows = new("r", StepsPerEpoch);
        Record(rows, 0, Steps);

        TrainingHistory history = new("r", TrainingStatus.Completed, Steps, rows);
        TrainingCurve loss = history.Curve("loss"), norm = history.Curve("norm"), epochs = history.Curve("epoch_loss");
        Assert.InRange(loss.Steps.Count, KeptRows.MaxOfSteps / 2, KeptRows.MaxOfSteps + 1);
        Assert.Equal((0, Steps - 1), (loss.Steps[0], loss.Steps[^1]));
        Assert.Equal(loss.Steps, norm.Steps);
        Assert.Equal(Steps / StepsPerEpoch, epochs.Steps.Count);
        Assert.Equal((77_777, 1e6), (history.Greatest("loss")!.Step, history.Greatest("loss")!.Value));
        Assert.Equal((33_333, -1e6), (history.Least("loss")!.Step, history.Least("loss")!.Value));
        int walked = 0;
        foreach (HistoryRow row in rows)
            Assert.Equal(row, rows[walked++]);
        Assert.Equal(rows.Count, walked);
    }

    [Fact]
    public void A_history_of_ordinary_size_is_kept_whole_and_in_order()
    {
        KeptRows rows = new("r", StepsPerEpoch);
        Record(rows, 0, KeptRows.MaxOfSteps);
        Assert.Equal(2 * KeptRows.MaxOfSteps + KeptRows.MaxOfSteps / StepsPerEpoch, rows.Count);
        Assert.Equal(["loss", "norm", "loss", "norm"], rows.Take(4).Select(row => row.Quantity));
        Assert.Equal(rows.Select(row => row.Step), rows.Select(row => row.Step).Order());
    }

    [Fact]
    public void The_file_has_every_row_in_order_also_where_the_training_was_interrupted()
    {
        RunFolder folder = RunFolder.Create(_home, "long", 1, DateTimeOffset.UnixEpoch);
        byte[] checkpoint;
        using (TrainingArchive archive = new(folder, TimeProvider.System, _ => { }))
        {
            KeptRows before = new("r", StepsPerEpoch);
            before.ContinueIn(archive.HistoryOf("r"));
            Record(before, 0, 30_000);
            checkpoint = Saved(before);
            Record(before, 30_000, 31_000); // killed after these, which come again
        }

        using TrainingArchive resumed = new(RunFolder.Open(folder.FullName), TimeProvider.System, _ => { });
        KeptRows rows = new("r", StepsPerEpoch);
        rows.ContinueIn(resumed.HistoryOf("r"));
        rows.Load(new BinaryReader(new MemoryStream(checkpoint)));
        Record(rows, 30_000, 50_000);

        using MemoryStream csv = new();
        HistoryCsv.Write(
            csv, [new("before", 0, 0, "training", "loss", 1), .. rows, new("after", 0, 0, "training", "loss", 2)],
            resumed.LongHistoryOf);
        string[] lines = System.Text.Encoding.UTF8.GetString(csv.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(["run,step,epoch,split,quantity,value", "before,0,0,training,loss,1"], lines[..2]);
        Assert.Equal("after,0,0,training,loss,2", lines[^1]);
        string[] steps = [.. lines[2..^1].Where(line => line.Contains(",loss,", StringComparison.Ordinal))
            .Select(line => line.Split(',')[1])];
        Assert.Equal(Enumerable.Range(0, 50_000).Select(step => $"{step}"), steps);
        Assert.True(rows.Count < 50_000);
    }

    private static byte[] Saved(KeptRows rows)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        rows.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Record(KeptRows rows, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            rows.Add(step, "loss", "training", step switch { 77_777 => 1e6, 33_333 => -1e6, _ => step % 97 }, onceAnEpoch: false);
            rows.Add(step, "norm", "training", step, onceAnEpoch: false);
            if (step % StepsPerEpoch == StepsPerEpoch - 1)
                rows.Add(step + 1, "epoch_loss", "training", step, onceAnEpoch: true);
        }
    }
}

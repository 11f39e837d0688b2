using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>What a log is taken for, and what it says where it cannot be read.</summary>
public sealed class TrainingLogTests(LogFiles files) : IClassFixture<LogFiles>
{
    private static readonly double[] Falling = LogFiles.Curve(12, at => Math.Exp(-at / 4.0));

    [Fact]
    public void The_columns_of_Keras_are_found_by_their_names()
    {
        var log = TrainingLog.Read(files.Keras(Falling, Falling), new LogNames());
        Assert.Equal(
            "Read as a CSV log: steps from 'epoch', training loss from 'loss' (12 readings), validation loss from 'val_loss' "
            + "(12 readings).",
            log.ReadAs);
    }

    [Fact]
    public void Of_Lightning_the_mean_of_an_epoch_is_taken_and_blanks_are_no_readings()
    {
        var log = TrainingLog.Read(files.Lightning(Falling, Falling), new LogNames());
        Assert.Contains("with blanks, as Lightning writes it", log.ReadAs, StringComparison.Ordinal);
        Assert.Contains(
            "'train_loss_epoch' (12 readings), validation loss from 'val_loss' (12 readings)", log.ReadAs, StringComparison.Ordinal);
        Assert.Equal(Falling, log.Training!.Losses);
    }

    [Theory]
    [InlineData("step,gen_loss,disc_loss", "several losses that might be meant, 'gen_loss', 'disc_loss': name one with --loss NAME.")]
    [InlineData("x,y,z", "no log of a training, as far as its columns say: 'x', 'y', 'z'. A log has a row for each step or epoch")]
    [InlineData("step,loss,loss", "two columns 'loss': rename one")]
    [InlineData("<script>alert(1)</script>,b,c", "'<script>alert(1)</script>', 'b', 'c'. A log has a row")]
    public void What_is_no_log_or_may_be_several_is_told_in_one_sentence(string header, string told)
    {
        string file = files.Write("asked.csv", $"{header}\n" + string.Concat(Enumerable.Range(0, 10).Select(at => $"{at},1,2\n")));
        string message = Assert.Throws<UserMistakeException>(() => TrainingLog.Read(file, new LogNames())).Message;
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        string file = files.Write("named.csv", "n,gen_loss,disc_loss\n1,3,4\n2,2,3\n3,1,2\n");
        var log = TrainingLog.Read(file, new LogNames("n", "disc_loss", "gen_loss"));
        Assert.Equal([4, 3, 2], log.Training!.Losses);
        Assert.Equal([3, 2, 1], log.Validation!.Losses);
        Assert.Contains(
            "--loss is 'disk_loss', which",
            Assert.Throws<UserMistakeException>(() => TrainingLog.Read(file, new LogNames(Loss: "disk_loss"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_without_names_are_steps_and_losses()
    {
        var log = TrainingLog.Read(files.Write("bare.csv", "0,3\n10,2\n20,1\n"), new LogNames());
        Assert.Equal([0, 10, 20], log.Training!.Steps);
        Assert.Equal([3, 2, 1], log.Training.Losses);
    }

    [Fact]
    public void A_log_that_was_continued_counts_what_comes_later()
    {
        var log = TrainingLog.Read(files.Write("continued.csv", "epoch,loss\n1,9\n2,8\n3,7\n2,6\n3,5\n4,4\n"), new LogNames());
        Assert.Equal([9, 6, 5, 4], log.Training!.Losses);
        Assert.Contains("The steps go back 1 time", log.ReadAs, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_in_no_order_are_sorted()
    {
        var log = TrainingLog.Read(files.Write("unsorted.csv", "step,loss\n5,5\n1,9\n4,6\n2,8\n6,4\n3,7\n8,2\n7,3\n9,1\n"), new LogNames());
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], log.Training!.Losses);
        Assert.Contains("sorted", log.ReadAs, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_that_are_counted_anew_in_each_epoch_are_counted_on()
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(at => $"{at / 5},{at % 5},{30 - at}\n"));
        var log = TrainingLog.Read(files.Write("batches.csv", $"epoch,batch,loss\n{rows}"), new LogNames());
        Assert.Equal(30, log.Training!.Losses.Count);
        Assert.Equal(30, log.Training.Losses[0]);
        Assert.Equal(1, log.Training.Losses[^1]);
    }

    [Fact]
    public void A_row_that_is_cut_off_at_the_end_is_left_out_and_one_in_the_middle_is_a_mistake()
    {
        var log = TrainingLog.Read(files.Write("killed.csv", "epoch,loss,val_loss\n1,3,4\n2,2,3\n3,1"), new LogNames());
        Assert.Equal([3, 2], log.Training!.Losses);
        Assert.Contains("cut off", log.ReadAs, StringComparison.Ordinal);
        string ragged = files.Write("ragged.csv", "epoch,loss,val_loss\n1,3\n2,2,3\n");
        Assert.Contains(
            "line 2 has 2 cells, and the header has 3",
            Assert.Throws<UserMistakeException>(() => TrainingLog.Read(ragged, new LogNames())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("nan", double.NaN)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("1e-3", 1e-3)]
    public void A_loss_that_is_no_finite_number_is_a_reading(string cell, double value)
    {
        var log = TrainingLog.Read(files.Write("cells.csv", $"step,loss\n1,{cell}\n2,\n3,None\n4,1\n"), new LogNames());
        Assert.Equal([value, 1], log.Training!.Losses);
    }

    [Fact]
    public void A_cell_that_is_no_number_is_told_with_its_line()
    {
        string file = files.Write("tensor.csv", "step,loss\n1,0.5\n2,0.4\n3,\"tensor(0.3, device='cuda:0')\"\n");
        Assert.Contains(
            "line 4: 'loss' is 'tensor(0.3, device='cuda:0')', which is no number",
            Assert.Throws<UserMistakeException>(() => TrainingLog.Read(file, new LogNames())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_says_how_a_log_looks() => Assert.Contains(
        "is empty: a log has a row for each step or epoch",
        Assert.Throws<UserMistakeException>(() => TrainingLog.Read(files.Write("empty.csv", ""), new LogNames())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Decimals_may_follow_a_comma_where_cells_are_separated_by_something_else()
    {
        var log = TrainingLog.Read(files.Write("comma.csv", "epoch;loss\n1;0,5\n2;0,25\n"), new LogNames());
        Assert.Equal([0.5, 0.25], log.Training!.Losses);
    }

    [Fact]
    public void Of_several_runs_in_a_history_one_is_named()
    {
        const string Rows = "run,step,epoch,split,quantity,value\na,1,1,training,epoch_loss,2\na,2,2,training,epoch_loss,1\n"
            + "b,1,1,training,epoch_loss,4\nb,2,2,training,epoch_loss,3\n";
        string file = files.Write("runs/history.csv", Rows);
        Assert.Contains(
            "has 2 runs, 'a', 'b': name one with --run NAME",
            Assert.Throws<UserMistakeException>(() => TrainingLog.Read(file, new LogNames())).Message, StringComparison.Ordinal);
        Assert.Equal([4, 3], TrainingLog.Read(Path.GetDirectoryName(file)!, new LogNames(Run: "b")).Training!.Losses);

        var handedOut = TrainingLog.Read(files.Write("net/history.csv", Rows.Replace("\nb,", "\nfinal,")), new LogNames());
        Assert.Equal([4, 3], handedOut.Training!.Losses);
        Assert.Contains("run 'final'", handedOut.ReadAs, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_log_says_what_is_looked_for()
    {
        string folder = Path.GetDirectoryName(files.Write("none/readme.txt", "."))!;
        Assert.Contains(
            "has no log of a training in it: no spec.json, history.csv, metrics.csv, events.out.tfevents.*",
            Assert.Throws<UserMistakeException>(() => TrainingLog.Read(folder, new LogNames())).Message, StringComparison.Ordinal);
    }
}

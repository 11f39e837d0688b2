using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>mlmaths doctor</c> of a log, and of the folder of a finished run.</summary>
public sealed class DoctorLogTests(SpecFiles specs) : IClassFixture<SpecFiles>
{
    [Fact]
    public void An_overfitted_log_is_told_on_the_terminal_on_the_page_and_as_JSON()
    {
        string log = Log("overfitted.csv", at => 0.3 + Math.Exp(-at / 5.0) + 0.03 * Math.Max(0, at - 12));
        using PortfolioRunOf run = new("doctor", log);
        Assert.Equal((3, ""), (run.ExitCode, run.Errors));
        Assert.Contains(
            "Read as a CSV log: steps from 'epoch', training loss from 'loss' (40 readings)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1. overfitted (suspected)", run.Output, StringComparison.Ordinal);
        Assert.Contains("not run, better_than_chance", run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Output.Split('\n').Length, 1, 25);
        Assert.Contains("figures/log", run.Read("report.md"), StringComparison.Ordinal);
        using var diagnosis = JsonDocument.Parse(run.Read("diagnosis.json"));
        Assert.Equal("fault_found", diagnosis.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("suspected", diagnosis.RootElement.GetProperty("causes")[0].GetProperty("status").GetString());
        Typed json = PortfolioRunOf.Answer("doctor", log, "--json");
        Assert.Equal((3, run.Read("diagnosis.json").Trim()), (json.ExitCode, json.Output.Trim()));
    }

    [Fact]
    public void Of_a_sound_log_nothing_is_found()
    {
        Typed said = PortfolioRunOf.Answer("doctor", Log("sound.csv", at => 0.3 + Math.Exp(-at / 5.0)), "--classes", "10", "--json");
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("\"nothing_found\"", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_columns_do_nothing_on_the_page_but_stand_there()
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(at => FormattableString.Invariant($"{at},{1.0 / (at + 1)}\n")));
        string log = Write("escaped.csv", $"<b>epoch</b>,<img src=x onerror=alert(1)> loss\n{rows}");
        using PortfolioRunOf run = new("doctor", log, "--step", "<b>epoch</b>");
        Assert.Equal("", run.Errors);
        Assert.DoesNotContain("<img src=x", run.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>epoch", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_run_is_trained_again_with_its_seed()
    {
        string spec = specs.Spec("""{ "data": { "set": "line" }, "slips": { "targets_broadcast": true } }""");
        using PortfolioRunOf train = new("train", spec, "--seed", "11");
        Typed ofRun = PortfolioRunOf.Answer("doctor", train.Folder!, "--json");
        Typed ofSpec = PortfolioRunOf.Answer("doctor", spec, "--seed", "11", "--json");
        Assert.Equal((3, ofSpec.Output), (ofRun.ExitCode, ofRun.Output));
        // What it wrote besides can be judged alone, as a log.
        Typed ofHistory = PortfolioRunOf.Answer("doctor", Path.Combine(train.Folder!, "history.csv"), "--json");
        Assert.Contains("Read as a history of this suite", ofHistory.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_makes_no_sense_together_is_told_in_one_sentence()
    {
        string log = Log("asked.csv", at => Math.Exp(-at)), spec = specs.Spec("{}");
        Refused("--confirm trains again, and", "doctor", log, "--confirm");
        Refused("is a spec, which needs none of that", "doctor", spec, "--loss", "loss");
        Refused("--classes is 2.5, and a number of classes is whole", "doctor", log, "--classes", "2.5");
        Refused("There is no file", "doctor", log + ".none");
        Refused("is no log of a training", "doctor", Write("none.csv", "a,b\n1,2\n"));
    }

    private static void Refused(string told, params string[] asked)
    {
        Typed said = PortfolioRunOf.Answer(asked);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(told, said.Errors, StringComparison.Ordinal);
    }

    private string Log(string name, Func<int, double> validation) => Write(name, "epoch,loss,val_loss\n" + string.Concat(
        Enumerable.Range(0, 40).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"{at},{0.01 + Math.Exp(-at / 8.0)},{validation(at) * (1 + 0.01 * Math.Sin(7 * at))}\n"))));

    private string Write(string name, string text)
    {
        string file = Path.Combine(specs.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}

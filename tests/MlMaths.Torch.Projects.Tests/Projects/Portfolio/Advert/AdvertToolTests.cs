using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Portfolio;
using MlMaths.Torch.Portfolio.Advert;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>An advert read by a table of words: what it asks for, what backs it, what would fill the gap.</summary>
public sealed class AdvertToolTests(QuickRuns runs) : IClassFixture<QuickRuns>, IDisposable
{
    private static readonly string[] Short = ["vectors", "projection", "conditional-probability", "correlation"];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("You know Cross-Validation.", "cross-validation and fair comparison")]
    [InlineData("CROSS VALIDATIONS", "cross-validation and fair comparison")]
    [InlineData("gradient descent at the whiteboard", "gradient descent")]
    [InlineData("you can derive gradients", "derivatives and the chain rule")]
    [InlineData("highly imbalanced data", "rare classes and imbalance")]
    [InlineData("A/B testing", "experiments and A/B tests")]
    [InlineData("a p95 under 20 ms", "latency and serving")]
    [InlineData("ROC-AUC", "precision, recall and other metrics")]
    [InlineData("modern C# and .NET Core", "C# and TorchSharp")]
    [InlineData("hyper-parameter tuning", "search of hyper-parameters")]
    public void A_skill_is_found_by_its_words(string text, string skill) =>
        Assert.Equal(skill, Assert.Single(AdvertReading.Of(text).Asked).Skill.Name);

    [Fact]
    public void What_is_not_taught_and_what_is_not_understood_is_said()
    {
        var reading = AdvertReading.Of("Requirements\nPython, SQL; Kubernetes\nYou keep a cool head. We go to the office twice a week.");
        Assert.Empty(reading.Asked);
        Assert.Equal(["Kubernetes", "Python", "SQL"], reading.Elsewhere);
        Assert.Equal([(3, "You keep a cool head"), (3, "We go to the office twice a week.")], reading.NotUnderstood);
    }

    [Fact]
    public void The_table_has_every_week_no_word_twice_and_leads_to_what_is_there()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], SkillCatalogue.All.Select(skill => skill.Week).Distinct());
        string[] words = [.. SkillCatalogue.All.SelectMany(skill => skill.Terms).Concat(SkillCatalogue.Elsewhere)
            .Select(term => string.Join(' ', Vocabulary.Words(term)))];
        Assert.Empty(words.GroupBy(word => word).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(words, word => Assert.InRange(word.Split(' ').Length, 1, 5));
        string[] verbs = [.. PortfolioProgram.Commands.Commands.Select(command => command.Name)];
        Assert.All(SkillCatalogue.All.SelectMany(skill => skill.Places), place =>
        {
            string[] typed = place.Split(' ');
            Assert.Contains(typed[0], verbs);
            if (typed is ["learn", "lesson", var lesson]) Assert.Contains(lesson, Short);
            else if (typed is ["learn", var exercise]) Assert.Contains(ExerciseCatalogue.All, one => $"{one.Number}" == exercise);
        });
        string[] measured = [.. runs.All.SelectMany(run => run.Measurements).Select(one => one.Id)];
        Assert.All(SkillCatalogue.All.SelectMany(skill => skill.Evidence), id =>
            Assert.Contains(measured, one => one == id || one.StartsWith($"{id}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_claim_backs_a_skill_only_where_it_may_stand_in_a_CV()
    {
        string advert = File("job.txt", "You measure precision and recall, and you choose thresholds.");
        string strong = MadeRun.In(Path.Combine(_home.FullName, "a"), "logistic", isChanged: false,
            MadeRun.Number("test.roc_auc", 0.95, 0.9, 0.98), MadeRun.Number("test.average_precision", 0.9, 0.8, 0.95),
            MadeRun.Number("test.saved_per_case", 0.3, 0.2, 0.4, "units"), MadeRun.Number("test.recall", 0.8, 0.7, 0.9),
            MadeRun.Number("gradient.max_abs_difference", 0), MadeRun.Number("newton.steps", 11, unit: "steps"));
        Typed told = PortfolioRunOf.Answer("advert", advert, strong);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("  Chose a classifier's threshold from the costs of errors: 0.300 units "
            + "saved", told.Output, StringComparison.Ordinal);
        Assert.Contains("['20260102-030405-logistic-7']", told.Output, StringComparison.Ordinal);
        Assert.Contains("2 skills asked for: 1 backed by your runs, 1 not yet.", told.Output, StringComparison.Ordinal);

        string weak = MadeRun.In(Path.Combine(_home.FullName, "b"), "logistic", isChanged: false,
            MadeRun.Number("test.saved_per_case", 0.3, -0.2, 0.8, "units"));
        told = PortfolioRunOf.Answer("advert", advert, weak);
        Assert.Contains("2 skills asked for: 0 backed by your runs, 2 not yet.", told.Output, StringComparison.Ordinal);
        Assert.Contains("No sentence of your runs backs it: ./mlmaths decision, ./mlmaths learn 5", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_runs_every_skill_is_a_gap_and_without_skills_the_answer_is_no()
    {
        string home = Directory.CreateDirectory(Path.Combine(_home.FullName, "none")).FullName;
        Typed told = PortfolioRunOf.Answer("advert", File("a.txt", "deep learning"), "--runs", home);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("There is no run below", told.Output, StringComparison.Ordinal);
        Assert.Contains("1 skill asked for: 0 backed by your runs, 1 not yet.", told.Output, StringComparison.Ordinal);
        told = PortfolioRunOf.Answer("advert", File("b.txt", "A barista \u001b[31mwith a warm heart"), "--runs", home);
        Assert.Equal(3, told.ExitCode);
        Assert.Contains("line 1: 'A barista \\u001b[31mwith a warm heart'", told.Output, StringComparison.Ordinal);
        Assert.Equal(0, PortfolioRunOf.Answer("advert", "--terms").ExitCode);
    }

    [Fact]
    public void What_is_no_advert_is_refused_in_a_sentence()
    {
        Assert.Contains("Name the text of an advert", Refused(), StringComparison.Ordinal);
        Assert.Contains("There is no file", Refused("gone.txt"), StringComparison.Ordinal);
        Assert.Contains("is a folder", Refused(_home.FullName), StringComparison.Ordinal);
        Assert.Contains("holds no words", Refused(File("blank.txt", " \n\n")), StringComparison.Ordinal);
        Assert.Contains("is longer than 1 MB", Refused(File("long.txt", new string('a', 5_000_000))), StringComparison.Ordinal);
        string bytes = File("bytes.txt", "");
        System.IO.File.WriteAllBytes(bytes, [0xFF, 0xFE, 0x00, 0x41]);
        Assert.Contains("is not UTF-8 text", Refused(bytes), StringComparison.Ordinal);
        Assert.Contains("There is no folder", Refused(File("job.txt", "recall"), "no-such-run"), StringComparison.Ordinal);
    }

    private static string Refused(params string[] words)
    {
        Typed told = PortfolioRunOf.Answer(["advert", .. words]);
        Assert.Equal(2, told.ExitCode);
        Assert.DoesNotContain('\n', told.Errors);
        return told.Errors;
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_home.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}

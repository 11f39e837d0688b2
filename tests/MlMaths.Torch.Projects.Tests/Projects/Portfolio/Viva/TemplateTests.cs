using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio;
using MlMaths.Torch.Portfolio.Viva;
using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Questions from the learner's own numbers, and their keys: each is found again by another path.</summary>
public sealed partial class TemplateTests(QuickRuns runs) : IClassFixture<QuickRuns>
{
    private const int Seeds = 8;

    private static readonly string[] Short = ["vectors", "projection", "conditional-probability", "correlation"];

    private IEnumerable<(FinishedRun Run, Template Template, Question Question)> Drawn =>
        from run in runs.All
        from template in TemplateCatalogue.All
        from seed in Enumerable.Range(0, Seeds)
        let question = template.For(run, seed)
        where question is not null
        select (run, template, question);

    [Fact]
    public void Over_forty_questions_cover_every_area_project_week_level_and_kind()
    {
        Template[] all = [.. TemplateCatalogue.All];
        Assert.InRange(all.Length, 70, 120);
        Assert.Equal(all.Length, all.DistinctBy(one => one.Id).Count());
        Assert.Equal(Enum.GetValues<Area>().Order(), all.Select(one => one.Area).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5, 6], all.Select(one => one.Week).Distinct().Order());
        Assert.Equal([1, 2, 3], all.Select(one => one.Level).Distinct().Order());
        string[] projects = ["logistic", "pca", "decision", "net", "calculus", "evaluate", "regression", "distributions"];
        Assert.Equal(projects.Order(StringComparer.Ordinal), all.Select(one => one.Verb).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["choice", "number", "shape", "text"], Drawn.Select(one => one.Question.Key.Kind).Distinct().Order(StringComparer.Ordinal));
        // A run of each project asks nearly all of its questions.
        Assert.InRange(Drawn.DistinctBy(one => one.Template.Id).Count(), all.Length - 6, all.Length);
    }

    [Fact]
    public void What_to_read_again_is_there()
    {
        string[] verbs = [.. PortfolioProgram.Commands.Commands.Select(command => command.Name)];
        Assert.All(TemplateCatalogue.All, template =>
        {
            string[] words = template.Again.Split(' ');
            Assert.Contains(words[0], verbs);
            if (words is ["learn", "lesson", var lesson])
                Assert.True(Short.Contains(lesson) || int.Parse(lesson, CultureInfo.InvariantCulture) is >= 1 and <= 12, template.Again);
        });
        DirectoryInfo work = Directory.CreateTempSubdirectory("mlmaths-");
        Assert.All(TemplateCatalogue.All.Select(one => one.Again.Split(' ')).DistinctBy(words => string.Join(' ', words)), words =>
        {
            string[] apart = words[0] == "learn" ? ["--work", work.FullName] : [];
            Assert.Equal(0, PortfolioRunOf.Answer([.. words, .. apart]).ExitCode);
        });
        work.Delete(recursive: true);
    }

    [Fact]
    public void Every_number_is_found_again_by_another_path()
    {
        int compared = 0;
        HashSet<string> seen = [];
        List<string> faults = [];
        foreach (IGrouping<FinishedRun, (FinishedRun Run, Template Template, Question Question)> run in Drawn.GroupBy(one => one.Run))
        {
            ViaAnotherPath path = new(run.Key);
            foreach ((_, Template template, Question question) in run)
            {
                if (question.Key is not NumberKey key) continue;
                compared++;
                seen.Add(template.Id);
                double other = path.Of(template.Id, question.Text);
                if (Math.Abs(other - key.Value) > Math.Max(0.4 * key.Allowed, 1e-6 * Math.Abs(key.Value)))
                    faults.Add($"{template.Id}: {key.Value}, and by another path {other}: {question.Text}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.InRange(compared, 200, 1000);
        Assert.Empty(new ViaAnotherPath(runs.All[0]).Known.Except(seen));
    }

    [Fact]
    public void Typical_mistakes_are_not_let_pass_and_sensible_roundings_are()
    {
        int mistakes = 0;
        foreach ((_, Template template, Question question) in Drawn)
        {
            if (question.Key is not NumberKey key) continue;
            Assert.All(key.Mistakes, mistake =>
            {
                Mark mark = key.Judge(mistake.Value.ToString("R", CultureInfo.InvariantCulture));
                Assert.Equal(Outcome.Wrong, mark.Outcome);
                Assert.StartsWith("That is ", mark.Says, StringComparison.Ordinal);
            });
            mistakes += key.Mistakes.Count;
            Assert.All(Roundings(key), typed => Assert.True(key.Judge(typed).Outcome == Outcome.Right, $"{template.Id}: {key.Value}, "
                + $"{typed}"));
        }

        Assert.InRange(mistakes, 300, 5000);
    }

    [Fact]
    public void Whatever_the_tool_reckons_in_an_explanation_it_reads_as_an_answer()
    {
        HashSet<string> seen = [];
        foreach ((_, Template template, Question question) in Drawn)
        {
            if (question.Key is not NumberKey key || !Sum().IsMatch(question.Because)) continue;
            seen.Add(template.Id);
            Assert.True(key.Judge(question.Because).Outcome == Outcome.Right, $"{template.Id}: {question.Because}, {key.Value}");
        }

        Assert.InRange(seen.Count, 15, 100);
        Assert.Superset(
            new HashSet<string> { "regression.digits-lost", "evaluate.split-luck", "pca.angle", "regression.r2", "distributions.quiet" }
                .Where(id => TemplateCatalogue.All.Any(one => one.Id == id)).ToHashSet(),
            seen);
    }

    // Explanations that are a sum and nothing else; others say in words what they reckon.
    [GeneratedRegex(@"^(?:[-−√(\d]|log|cos |e to )[^a-zA-Z,]*(?:[lo₁₀gcosetth°-]|degrees|\s)*[^a-zA-Z,|]*\.$")]
    private static partial Regex Sum();

    [Fact]
    public void Shapes_are_those_that_tensors_have()
    {
        HashSet<string> seen = [];
        foreach ((_, Template template, Question question) in Drawn)
        {
            if (question.Key is not ShapeKey key) continue;
            seen.Add(template.Id);
            Assert.Equal(ShapeOfTensors.Of(template.Id, question.Text), key.Shape);
            string plain = string.Join(' ', key.Shape);
            Assert.All([$"[{plain}]", $"({plain.Replace(" ", ", ")})", plain.Replace(" ", " x ")],
                typed => Assert.Equal(Outcome.Right, key.Judge(typed).Outcome));
            Assert.Equal(Outcome.Wrong, key.Judge($"{plain} 7").Outcome);
            if (key.Shape.Count == 2 && key.Shape[0] != key.Shape[1])
                Assert.Equal("The sizes are right, in the other order.", key.Judge($"{key.Shape[1]} by {key.Shape[0]}").Says);
        }

        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public void A_choice_has_four_answers_in_a_drawn_order_and_one_is_right()
    {
        HashSet<int> places = [];
        foreach ((_, _, Question question) in Drawn)
        {
            if (question.Key is not ChoiceKey key) continue;
            Assert.Equal(4, key.Choices.Distinct().Count());
            places.Add(key.Place);
            Assert.Equal(
                1, "abcd".Count(letter => key.Judge($"{letter})").Outcome == Outcome.Right));
        }

        Assert.Equal(4, places.Count);
    }

    [Fact]
    public void Texts_are_whole_and_plain()
    {
        Assert.All(Drawn, one =>
        {
            string[] texts = [one.Question.Text, one.Question.Hint, one.Question.Because, one.Question.Next.Asks, one.Question.Next.Answer];
            Assert.All(texts, text =>
            {
                Assert.DoesNotContain("not defined", text, StringComparison.Ordinal);
                Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
                Assert.Matches(@"[.?!”""]$|[)\]\d]\.?$", text);
            });
            if (one.Question.Key is TextKey free) Assert.Equal(3, free.Facts.Count);
        });
    }

    private static IEnumerable<string> Roundings(NumberKey key)
    {
        double value = key.Value;
        yield return value.ToString("R", CultureInfo.InvariantCulture);
        yield return $"about {NumberText.Brief(value)}";
        if (key.Wanted.Contains("percentage", StringComparison.Ordinal))
        {
            yield return $"{100 * value:0.0#} %";
            if (value is > 0.1 and < 0.95 && !key.Wanted.Contains("digits", StringComparison.Ordinal))
                yield return value.ToString("0.00", CultureInfo.InvariantCulture);
        }
        else if (key.Allowed > 0.04 * Math.Abs(value))
        {
            yield return value.ToString("G2", CultureInfo.InvariantCulture);
        }
    }
}

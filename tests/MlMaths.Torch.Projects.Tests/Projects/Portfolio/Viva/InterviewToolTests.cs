using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Portfolio.Viva;
using MlMaths.Torch.Portfolio.Viva.Keys;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A talk about one's own numbers: asked one by one, kept after each answer, for scripts and as a page.</summary>
public sealed class InterviewToolTests(QuickRuns runs) : IClassFixture<QuickRuns>, IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    private WorkFolder Work => new(_home.FullName);

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void A_talk_gets_harder_and_easier_keeps_each_answer_and_ends_where_one_stops()
    {
        QuestionPool pool = QuestionPool.Of(runs.All, seed: 3, VivaProgress.In(Work));
        AskedQuestion[] order = [.. QuestionPool.Of(runs.All, seed: 3, VivaProgress.In(Work)).Left];
        List<int> levels = [];
        Queue<string?> typed = new(["?", "?!"]);
        (Interview talk, string said) = Talk(pool, 6, () =>
        {
            if (typed.TryDequeue(out string? first)) return first;
            levels.Add(pool.Level);
            return levels.Count switch
            {
                1 or 3 => RightOf(Asked()),
                2 or 4 => "",
                5 => "skip",
                _ => "q",
            };

            AskedQuestion Asked() => order.Single(one => pool.Left.All(left => left.Id != one.Id) && !Kept(one));
        });
        Assert.Equal([Outcome.RightWithHint, Outcome.Right, Outcome.Skipped], talk.Done.Select(one => one.Outcome));
        Assert.Equal(2, pool.Level);
        Assert.Contains("Hint: ", said, StringComparison.Ordinal);
        Assert.Contains("is asked for", said, StringComparison.Ordinal);
        Assert.Contains("Question 1 of 6", said, StringComparison.Ordinal);
        Assert.Contains("They go on: ", said, StringComparison.Ordinal);
        Assert.Equal(3, VivaProgress.In(Work).Count);
        Assert.Equal(2, talk.Done.Count(one => VivaProgress.In(Work).IsDefended(one.Asked.Id)));
    }

    [Fact]
    public void After_a_wrong_answer_an_easier_one_comes_with_what_went_wrong()
    {
        QuestionPool pool = QuestionPool.Of(runs.All, seed: 3, VivaProgress.In(Work));
        Assert.Equal(1, pool.Next()!.Template.Level);
        pool.Answered(Outcome.Right);
        Assert.Equal(2, pool.Next()!.Template.Level);
        pool.Answered(Outcome.Right);
        Assert.Equal(3, pool.Next()!.Template.Level);
        pool.Answered(Outcome.Wrong);
        Assert.Equal(2, pool.Next()!.Template.Level);
    }

    [Fact]
    public void For_a_script_the_same_seed_asks_the_same_and_answers_are_graded()
    {
        string[] named = ["interview", .. runs.Folders, "--work", _home.FullName, "--seed", "5"];
        Typed asked = PortfolioRunOf.Answer([.. named, "--questions", "100", "--json"]);
        Assert.Equal(0, asked.ExitCode);
        JsonElement[] questions = [.. JsonDocument.Parse(asked.Output).RootElement.EnumerateArray()];
        Assert.InRange(questions.Length, 60, 100);
        Assert.Equal(asked.Output, PortfolioRunOf.Answer([.. named, "--questions", "100", "--json"]).Output);
        Assert.DoesNotContain("\"right\"", asked.Output, StringComparison.Ordinal);

        var pool = QuestionPool.Of(runs.All, 5, VivaProgress.In(Work));
        string[] right = [.. pool.Left.Select(one => $"{one.Id}: {RightOf(one)}")];
        Typed all = PortfolioRunOf.Answer([.. named, "--answers", File("right.txt", right)]);
        Assert.Equal(0, all.ExitCode);
        Assert.DoesNotContain("is not right", all.Output, StringComparison.Ordinal);
        Assert.Contains("What I can defend", all.Output, StringComparison.Ordinal);

        Typed one = PortfolioRunOf.Answer([.. named, "--answers", File("wrong.txt", ["# mine", "decision.missed: 100"])]);
        Assert.Equal(3, one.ExitCode);
        Assert.Contains("decision.missed: '100' is not right.", one.Output, StringComparison.Ordinal);
        Assert.Contains("learn lesson 4", one.Output, StringComparison.Ordinal);
        Assert.False(VivaProgress.In(Work).IsDefended("decision.missed"));
    }

    [Fact]
    public void Faults_of_a_file_of_answers_are_told_together()
    {
        string[] named = ["interview", runs.Folders[0], "--work", _home.FullName, "--seed", "5"];
        Typed told = PortfolioRunOf.Answer([.. named, "--answers", File("bad.txt", ["logistic.f2: 1", "", "\u0007"])]);
        Assert.Equal(2, told.ExitCode);
        Assert.Contains("line 1 is about 'logistic.f2', which is no question of these runs (did you mean logistic.f1?)", told.Errors,
            StringComparison.Ordinal);
        Assert.Contains("line 3 is about '\\u0007'", told.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no file", PortfolioRunOf.Answer([.. named, "--answers", "gone.txt"]).Errors, StringComparison.Ordinal);
        Assert.Contains("so --questions has nothing to count: leave it out", PortfolioRunOf.Answer(
            [.. named, "--questions", "3", "--answers", File("e.txt", ["logistic.f1: 1"])]).Errors, StringComparison.Ordinal);
        Assert.Contains("holds no "
            + "answer", PortfolioRunOf.Answer([.. named, "--answers", File("e.txt", [])]).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_answer_is_told_and_the_others_are_graded()
    {
        string[] named = ["interview", runs.Folders[0], "--work", _home.FullName, "--seed", "5"];
        AskedQuestion asked = QuestionPool.Of([runs.All[0]], 5, VivaProgress.In(Work)).Left.Single(one => one.Id == "logistic.f1");
        string file = File("some.txt", ["logistic.f2: 1", $"logistic.f1: {RightOf(asked)}"]);
        Typed told = PortfolioRunOf.Answer([.. named, "--answers", file]);
        Assert.Equal(3, told.ExitCode);
        Assert.Contains("Line 1 is about 'logistic.f2'", told.Output, StringComparison.Ordinal);
        Assert.Contains(": not graded.", told.Output, StringComparison.Ordinal);
        Assert.Contains("is right.", told.Output, StringComparison.Ordinal);
        Assert.True(VivaProgress.In(Work).IsDefended("logistic.f1"));
        JsonElement[] answers =
            [.. JsonDocument.Parse(PortfolioRunOf.Answer([.. named, "--answers", file, "--json"]).Output).RootElement.EnumerateArray()];
        Assert.Equal(["right", "unread"], answers.Select(one => one.GetProperty("outcome").GetString()!));
    }

    [Fact]
    public void A_file_with_one_line_that_cannot_be_read_is_graded_as_that_and_no_mistake_of_the_command()
    {
        Typed told = PortfolioRunOf.Answer(
            ["interview", runs.Folders[0], "--work", _home.FullName, "--seed", "5", "--answers", File("one.txt", ["logistic.f1: many"])]);
        Assert.Equal(3, told.ExitCode);
        Assert.Contains("Line 1, logistic.f1: A number is asked for", told.Output, StringComparison.Ordinal);
        Assert.Contains("not graded", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_command_grades_the_questions_that_were_printed()
    {
        string parent = Path.GetDirectoryName(runs.Folders[0])!;
        string[] asked = ["interview", "all", "--runs", parent, "--work", _home.FullName, "--questions", "4"];
        string printed = PortfolioRunOf.Answer(asked).Output.Split('\n')
            .Single(line => line.Contains("--answers FILE", StringComparison.Ordinal));
        string[] words = printed[printed.IndexOf("interview ", StringComparison.Ordinal)..].Trim().Split(' ');
        string first = printed["Write lines such as ".Length..printed.IndexOf(": ANSWER", StringComparison.Ordinal)];
        string answers = File("printed.txt", [$"{first}: a"]);
        Typed graded = PortfolioRunOf.Answer([.. words.Select(word => word == "FILE" ? answers : word)]);
        Assert.DoesNotContain("no question of these runs", graded.Output + graded.Errors, StringComparison.Ordinal);
        Assert.NotEqual(2, graded.ExitCode);
        Assert.Contains(
            $"interview all --runs {parent} --work {_home.FullName} --seed 0 ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_keyboard_the_questions_are_listed_with_how_to_answer_them()
    {
        Typed told = PortfolioRunOf.Answer("interview", runs.Folders[0], "--work", _home.FullName, "--questions", "4", "--seed", "2");
        Assert.Equal(0, told.ExitCode);
        Assert.Equal(4, told.Output.Split('\n').Count(line => line.StartsWith("logistic.", StringComparison.Ordinal)));
        Assert.Contains("--seed 2 --answers FILE", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_folds_its_answers_and_needs_no_script()
    {
        Typed told = PortfolioRunOf.Answer(["interview", .. runs.Folders, "--work", _home.FullName, "--page", "--questions", "12"]);
        Assert.Equal(0, told.ExitCode);
        string page = System.IO.File.ReadAllText(Path.Combine(_home.FullName, "interview.html"));
        Assert.Equal(36, page.Split("<details><summary>").Length - 1);
        Assert.Equal(36, page.Split("</details>").Length - 2); // the list of contents folds, too
        Assert.Equal(2, page.Split("<script").Length - 1); // the keys, and what marks by them
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\uE001-\uE006]", page);
    }

    [Fact]
    public void What_makes_no_sense_is_one_sentence_and_nothing_is_lost()
    {
        string empty = Directory.CreateDirectory(Path.Combine(_home.FullName, "empty")).FullName;
        Assert.Contains("There is no run below", Refused("--runs", empty), StringComparison.Ordinal);
        Assert.Contains("it is no folder of a completed run", Refused(empty), StringComparison.Ordinal);
        string old = MadeRun.In(Path.Combine(_home.FullName, "old"), "logistic", isChanged: false);
        string results = Path.Combine(old, "results.json");
        System.IO.File.WriteAllText(results, System.IO.File.ReadAllText(results).Replace("\"schema\": 2", "\"schema\": 1"));
        Assert.Contains("of another version", Refused(old), StringComparison.Ordinal);
        string bare = MadeRun.In(Path.Combine(_home.FullName, "<b>$(x)"), "logistic", isChanged: false);
        Assert.Contains("None of these runs has measured", Refused(bare), StringComparison.Ordinal);

        System.IO.File.WriteAllText(Path.Combine(_home.FullName, "interview.json"), "{ \"answers\": ");
        Assert.Contains("is not the file that 'interview' wrote", Refused(runs.Folders[0]), StringComparison.Ordinal);
        Assert.Equal("{ \"answers\": ", System.IO.File.ReadAllText(Path.Combine(_home.FullName, "interview.json")));
    }

    private string Refused(params string[] words)
    {
        Typed told = PortfolioRunOf.Answer(["interview", .. words, "--work", _home.FullName]);
        Assert.Equal(2, told.ExitCode);
        return told.Errors;
    }

    private bool Kept(AskedQuestion asked) => VivaProgress.In(Work).Answers.ContainsKey(asked.Id);

    private string File(string name, string[] lines)
    {
        string path = Path.Combine(_home.FullName, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    private static string RightOf(AskedQuestion asked) => asked.Question.Key switch
    {
        NumberKey number => number.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        ChoiceKey choice => $"{(char)('a' + choice.Place)}",
        TextKey => "In my own words.",
        { } key => key.Right,
    };

    private (Interview Talk, string Said) Talk(QuestionPool pool, int count, Func<string?> answer)
    {
        using TestConsole console = new TestConsole().Width(200);
        ToolContext context = new(new CommandLine([], [], takesWords: true).Checked(), console);
        Interview talk = new(context, Work, answer);
        talk.Ask(pool, count, VivaProgress.In(Work));
        VivaSummary.Show(context, talk.Done);
        return (talk, console.Output);
    }
}

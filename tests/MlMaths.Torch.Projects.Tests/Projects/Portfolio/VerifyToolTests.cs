using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A run is found true by repeating it, and every change to its folder is found without.</summary>
public sealed partial class VerifyToolTests(QuickLogisticRun quick) : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Fact]
    public void A_number_made_kinder_is_found_and_all_others_are_reproduced_bit_for_bit()
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json");
        string kinder = Value("test.accuracy").Replace(File.ReadAllText(results), "${1}0.999");
        File.WriteAllText(results, kinder);
        (int exitCode, string said) = Verified(folder);
        Assert.Equal(3, exitCode);
        Assert.Contains("'results.json' was changed after the run", said, StringComparison.Ordinal);
        Assert.Contains("  test.accuracy: 0.999 ", said, StringComparison.Ordinal);
        Assert.Contains("1 number of ", said, StringComparison.Ordinal);
        Assert.Matches(@"\b1  not reproduced", said);
        int exact = int.Parse(Exact().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(exact, 20, 200);
        Assert.DoesNotContain("within the interval", said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_claim_is_verified_by_itself()
    {
        string folder = Copy();
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        (int exitCode, string said) = Verified(folder, "--claim", "test.recall");
        Assert.Equal(0, exitCode);
        Assert.Contains("are as the run left them", said, StringComparison.Ordinal);
        // A note of one's own is remarked on, and nothing is wrong with the files of the run.
        Assert.Contains("'notes.txt' was not written by the run, and proves nothing.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("not stand", said, StringComparison.Ordinal);
        Assert.Contains("Machine and versions: as they were then.", said, StringComparison.Ordinal);
        Assert.Contains("Every number stands (1 number).", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_of_any_file_is_found()
    {
        string folder = Copy();
        string[] files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.InRange(files.Length, 20, 200);
        Assert.Empty(FinishedRun.Open(folder).Changed!);
        foreach (string file in files.Where(file => Path.GetFileName(file) is not ("results.json" or "command.json")))
        {
            byte[] bytes = File.ReadAllBytes(file), other = [.. bytes];
            other[^1] ^= 1;
            File.WriteAllBytes(file, other);
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            Assert.Equal([new(name, FileChange.Changed)], FinishedRun.Open(folder).Changed!);
            File.Delete(file);
            Assert.Equal([new(name, FileChange.Gone)], FinishedRun.Open(folder).Changed!);
            File.WriteAllBytes(file, bytes);
        }

        Assert.Empty(FinishedRun.Open(folder).Changed!);
    }

    [Fact]
    public void A_file_that_the_run_did_not_write_is_found_and_what_file_managers_leave_is_not()
    {
        string folder = Copy();
        File.WriteAllText(Path.Combine(folder, ".DS_Store"), "x");
        Assert.Empty(FinishedRun.Open(folder).Changed!);
        File.WriteAllText(Path.Combine(folder, "figures", "better.svg"), "<svg/>");
        FinishedRun run = FinishedRun.Open(folder);
        Assert.Equal([new("figures/better.svg", FileChange.Added)], run.Changed!);
        Assert.Null(run.Broken);
    }

    [Theory]
    [InlineData("mine.csv", "--data", "mine.csv", "--amount=paid")]
    [InlineData("mine.csv", "--data=mine.csv", "--amount", "paid")]
    [InlineData("", "--data", "--amount:paid")]
    [InlineData(null, "--dataset", "--amount=paid")]
    public void An_option_is_found_in_each_way_of_typing_it(string? data, params string[] args)
    {
        string folder = MadeRun.In(_copy.FullName, "decision", isChanged: false);
        File.WriteAllText(Path.Combine(folder, CommandRecord.Name), new CommandRecord(CommandRecord.CurrentSchema, "decision", args,
            new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), 7, "cpu", null).ToJson());
        FinishedRun run = FinishedRun.Open(folder);
        Assert.Equal((data, "paid", null), (run.Typed("--data"), run.Typed("--amount"), run.Typed("--dat")));
        Assert.Equal(data is "mine.csv" ? data : null, PublishedTable.Typed(run));
    }

    [Fact]
    public void Files_that_were_forged_and_sealed_anew_are_found_by_the_repetition()
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json"), text = File.ReadAllText(results);
        foreach (string name in new[] { "predictions.csv", "cv.md", "report.html" })
        {
            string file = Path.Combine(folder, name), before = FolderSeal.HashOfFile(file);
            string page = File.ReadAllText(file);
            int at = page.LastIndexOf("0.9", StringComparison.Ordinal);
            Assert.True(at > 0);
            File.WriteAllText(file, page[..at] + "0.8" + page[(at + 3)..]);
            text = text.Replace(before, FolderSeal.HashOfFile(file), StringComparison.Ordinal);
        }

        text = Seal().Replace(text, $"  \"seal\": \"{FolderSeal.Unsealed}\"");
        File.WriteAllText(results, FolderSeal.Sealed(text));
        Assert.Empty(FinishedRun.Open(folder).Changed!);
        File.WriteAllText(Path.Combine(folder, "figures", "better.svg"), "<svg/>");
        (int exitCode, string said) = Verified(folder, "--claim", "test.recall");
        Assert.Equal(3, exitCode);
        Assert.Contains("'figures/better.svg' was not written by the run, and proves nothing.", said, StringComparison.Ordinal);
        foreach (string name in new[] { "predictions.csv", "cv.md", "report.html" })
            Assert.Contains($"'{name}' is not what the repetition wrote.", said, StringComparison.Ordinal);
        Assert.Contains("3 files do not stand", said, StringComparison.Ordinal);
        Assert.DoesNotContain("report.md' is not", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_was_forged_and_sealed_anew_is_found_by_the_repetition()
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json");
        JsonNode read = JsonNode.Parse(File.ReadAllText(results))!;
        read["data"]!["rows"] = 5690;
        read["device"] = "cuda";
        read["seal"] = FolderSeal.Unsealed;
        JsonArray numbers = read["measurements"]!.AsArray();
        numbers.Remove(numbers.Single(one => $"{one!["id"]}" == "test.saved_per_case"));
        numbers.Single(one => $"{one!["id"]}" == "test.cost_per_case")!["unit"] = "euros";
        File.WriteAllText(results, FolderSeal.Sealed(read.ToJsonString(RunManifest.Format) + "\n"));
        Assert.Empty(FinishedRun.Open(folder).Changed!);
        (int exitCode, string said) = Verified(folder);
        Assert.Equal(3, exitCode);
        string plain = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (string found in new[]
        {
            "data.rows is '5690', and the repetition says '569'", "device is 'cuda'",
            "test.saved_per_case, which the repetition measured, is not among the numbers", "test.cost_per_case: its unit is 'euros'",
            "What nothing here can prove: when and on which machine it ran",
        })
        {
            Assert.Contains(found, plain, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_run_without_a_record_of_its_files_is_refused()
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json");
        JsonObject read = JsonNode.Parse(File.ReadAllText(results))!.AsObject();
        read.Remove("sha256");
        read.Remove("seal");
        File.WriteAllText(results, read.ToJsonString());
        (int exitCode, string said) = Verified(folder);
        Assert.Equal(2, exitCode);
        Assert.Contains("keeps no record of its files", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_changed_number_of_the_results_breaks_their_seal()
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json"), text = File.ReadAllText(results);
        Match[] numbers = [.. Number().Matches(text).Cast<Match>()];
        Assert.InRange(numbers.Length, 50, 5000);
        // The first is the schema: another one is another version.
        foreach (Match number in numbers.Skip(1).Where((_, i) => i % 3 == 0).ToArray())
        {
            string digit = number.Value.EndsWith('7') ? "8" : "7";
            File.WriteAllText(results, text.Remove(number.Index + number.Length - 1, 1).Insert(number.Index + number.Length - 1, digit));
            Assert.Equal([new("results.json", FileChange.Changed)], FinishedRun.Open(folder).Changed!);
        }
    }

    [Theory]
    [InlineData("There is no folder", "nowhere")]
    [InlineData("Name one run folder")]
    [InlineData("did you mean test.recall?", "RUN", "--claim", "test.recal")]
    public void What_makes_no_sense_is_one_sentence(string sentence, params string[] args)
    {
        (int exitCode, string said) = Verified([.. args.Select(arg => arg == "RUN" ? quick.Run.Folder! : arg)]);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completed", "cancelled", "did not end well")]
    [InlineData("\"schema\": 2", "\"schema\": 1", "of another version")]
    [InlineData("\"measurements\": [", "\"measurements\": {", "is damaged")]
    public void A_folder_that_holds_no_such_run_is_refused(string from, string to, string sentence)
    {
        string folder = Copy(), results = Path.Combine(folder, "results.json");
        File.WriteAllText(results, File.ReadAllText(results).Replace(from, to, StringComparison.Ordinal));
        (int exitCode, string said) = Verified(folder);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    private static Typed Verified(params string[] words) => PortfolioRunOf.Answer(["verify", .. words]);

    private string Copy()
    {
        string folder = Path.Combine(_copy.FullName, "run");
        foreach (string file in Directory.EnumerateFiles(quick.Run.Folder!, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(quick.Run.Folder!, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    private static Regex Value(string id) => new($"(\"id\": \"{Regex.Escape(id)}\",\\s*\"label\": \"[^\"]*\",\\s*\"value\": )[0-9.]+");

    [GeneratedRegex("""^  "seal": "[0-9a-f]{64}"$""", RegexOptions.Multiline)]
    private static partial Regex Seal();

    [GeneratedRegex(@"(\d+)  reproduced exactly")]
    private static partial Regex Exact();

    [GeneratedRegex(@"(?<=: )-?\d+(\.\d+)?")]
    private static partial Regex Number();
}

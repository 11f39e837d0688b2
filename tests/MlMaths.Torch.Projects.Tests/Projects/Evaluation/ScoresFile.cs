using System.Globalization;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.EvaluationPack;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A file of scores as some other program may have written it, and what <c>mlmaths</c> answers to it.</summary>
internal sealed class ScoresFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-scores-");

    public ScoresFile(string text) : this(Encoding.UTF8.GetBytes(text)) { }

    public ScoresFile(byte[] bytes)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "scores.csv");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    /// <summary>A header, and a row for each index.</summary>
    public static ScoresFile Of(string header, int rows, Func<int, FormattableString> row) =>
        new(
            $"{header}\n"
            + $"{string.Concat(Enumerable.Range(0, rows).Select(index => row(index).ToString(CultureInfo.InvariantCulture) + "\n"))}");

    /// <summary>What a verb answers with <c>--json</c>.</summary>
    public Typed Ask(string verb, params string[] arguments) =>
        Typed.To(EvaluationProgram.Commands, [verb, "--scores", Path, .. arguments, "--json"]);

    /// <summary>The measurements of <c>metrics</c> by their ids.</summary>
    public IReadOnlyDictionary<string, JsonElement> Measure(params string[] arguments)
    {
        Typed answer = Ask("metrics", arguments);
        Assert.Equal("", answer.Errors);
        return JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.Text;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>Answers in a file, a line each: <c>decision.base-rate: 0.33</c>. What begins with # is a remark.</summary>
/// <param name="All">Each question with what was written.</param>
/// <param name="Unread">Why other lines are no answers, a clause each.</param>
internal sealed record WrittenAnswers(IReadOnlyList<(AskedQuestion Asked, string Answer)> All, IReadOnlyList<string> Unread)
{
    private const long MostBytes = 1 << 20;

    private const int FaultsTold = 5;

    /// <exception cref="UserMistakeException">It cannot be read, or none of its lines names a question: all faults are told.</exception>
    public static WrittenAnswers Read(string path, IReadOnlyList<AskedQuestion> known)
    {
        List<(AskedQuestion, string)> all = [];
        List<string> faults = [];
        bool isAbout = false;
        foreach ((int i, string line) in Text(path).ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim() is "" or ['#', ..]) continue;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string id = (colon < 0 ? line : line[..colon]).Trim(), answer = colon < 0 ? "" : line[(colon + 1)..].Trim();
            if (known.FirstOrDefault(one => one.Id == id) is not { } asked)
            {
                faults.Add($"line {i + 1} is about {Quoted.Value(id)}, which is no question of these runs"
                    + (NearestName.Of(id, known.Select(one => one.Id)) is { } near ? $" (did you mean {near}?)" : ""));
            }
            else if (asked.Question.Key.Judge(answer) is { Outcome: Outcome.Unread } unread)
            {
                isAbout = true;
                faults.Add($"line {i + 1}, {id}: {unread.Says.TrimEnd('.')}");
            }
            else
            {
                all.Add((asked, answer));
            }
        }

        string more = faults.Count > FaultsTold ? $"; and {faults.Count - FaultsTold} more" : "";
        if (isAbout || all.Count > 0) return new(all, faults);
        if (faults.Count > 0)
            throw new UserMistakeException($"{Quoted.Path(path)}: {string.Join("; ", faults.Take(FaultsTold))}{more}. Fix the file.");
        throw new UserMistakeException($"{Quoted.Path(path)} holds no answer: write lines such as logistic.f1: 0.95.");
    }

    private static string Text(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists) throw new UserMistakeException($"There is no file {Quoted.Path(path)}.");
            return file.Length <= MostBytes
                ? File.ReadAllText(path, Encoding.UTF8)
                : throw new UserMistakeException($"{Quoted.Path(path)} is longer than 1 MB, and answers are a line each: name "
                    + "another file.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{Quoted.Path(path)} could not be read ({cause.Message.TrimEnd('.')}).", cause);
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A folder for files as strangers bring them, and what becomes of the commands that <c>inspect</c> prints for one.</summary>
public abstract class StrangersFile : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("mlmaths-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    // Shaped like the list of a ship's passengers: names, blanks, a cabin that most lack, a code for “not measured”.
    private protected string Passengers()
    {
        string[] lines =
        [
            "PassengerId,Survived,Class,Name,Sex,Age,Fare,Cabin,Ticket",
            .. Enumerable.Range(1, 120).Select(row => string.Create(CultureInfo.InvariantCulture,
                $"{row},{(row * 7 % 10 < 4 ? 1 : 0)},{row * 5 % 3 + 1},\"Person, Mr. {row}\",{(row % 3 == 0 ? "female" : "male")},"
                + $"{(row % 6 == 0 ? "" : $"{20 + row * 13 % 50}")},{(row % 20 == 0 ? -999 : 5 + row * 11 % 90)},"
                + $"{(row % 5 == 0 ? $"C{row % 7}" : "")},T{row / 3}")),
        ];
        return Written("passengers.csv", lines);
    }

    private protected static void Works(string[] commands, string verb)
    {
        string command = commands.Single(one => one.Split(' ')[1] == verb);
        using var run = new PortfolioRunOf([.. Words(command), "--quick"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    private protected static string[] Commands(PortfolioRunOf run)
    {
        using var inspected = JsonDocument.Parse(run.Read("inspection.json"));
        return [.. inspected.RootElement.GetProperty("commands").EnumerateArray().Select(command => command.GetString()!)];
    }

    // What a shell would hand over: quotes taken off, the launcher left out.
    private protected static IEnumerable<string> Words(string command) =>
        command.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1);

    private protected string Written(string name, string[] lines)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}

using System.Diagnostics;
using MlMaths.Torch.Tests;
using MlMaths.Torch.Tests.Review;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Every program with its defaults and with options, tables and classes at the edge of what it takes, and every page of it read by the
/// <see cref="Reviewer"/>. Ends with 3 where it finds something.
/// </summary>
internal static class ReviewTable
{
    /// <param name="asked">A folder of finished runs, to read those alone; or <c>--only TEXT</c>, <c>--full</c> for runs that
    /// are not quick, and <c>--program FILE</c> for another build.</param>
    public static int Print(string[] asked)
    {
        if (asked is [var folder] && Directory.Exists(folder))
            return Report("given", RunsIn(folder));
        string text = After(asked, "--only") ?? "";
        string program = After(asked, "--program")
            ?? Path.Combine(Repository.Folder, "projects", "Portfolio", "bin", "Release", "net10.0", "mlmaths");
        DirectoryInfo home = Directory.CreateTempSubdirectory("mlmaths-review-");
        int code = 0;
        try
        {
            ReviewedTables.Write(home.FullName);
            foreach (ReviewCase one in ReviewCase.All.Where(one => one.ToString().Contains(text, StringComparison.Ordinal)))
                code = Math.Max(code, Run(one, program, home.FullName, asked.Contains("--full")));
        }
        finally
        {
            home.Delete(recursive: true);
        }

        return code;
    }

    private static string? After(string[] asked, string name) =>
        Array.IndexOf(asked, name) is >= 0 and var at && at + 1 < asked.Length ? asked[at + 1] : null;

    private static int Run(ReviewCase one, string program, string home, bool isFull)
    {
        string folder = Path.Combine(home, "runs", Guid.NewGuid().ToString("n"));
        ProcessStartInfo start = new(program)
        {
            WorkingDirectory = home,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in one.Arguments(folder, isFull)) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0) return Report(one.ToString(), RunsIn(folder));
        Console.WriteLine($"{one}: {errors.Result.Trim()}");
        return process.ExitCode == 2 ? 0 : 3;
    }

    private static int Report(string name, IReadOnlyList<string> folders)
    {
        Finding[] found = [.. folders.SelectMany(Reviewer.Read)];
        Console.WriteLine($"{name}: {found.Length} findings");
        foreach (Finding finding in found) Console.WriteLine($"  {finding}");
        return found.Length == 0 ? 0 : 3;
    }

    private static string[] RunsIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "results.json", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!).Order(),
    ];
}

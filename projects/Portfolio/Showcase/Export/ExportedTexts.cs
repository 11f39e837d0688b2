namespace MlMaths.Torch.Portfolio.Showcase.Export;

/// <summary>What an exported repository holds besides its runs and pages.</summary>
internal static class ExportedTexts
{
    /// <summary>What a stranger types.</summary>
    public const string Command = "dotnet run verify.cs";

    /// <summary>A program of one file: it unpacks or downloads the suite, builds it, and has it repeat every run.</summary>
    public static string Program(string? url, IEnumerable<string> runs) => $$"""
        #:property PublishAot=false
        // Holds the page against the runs, repeats every run of this repository and compares all its numbers: {{Command}}
        // What it needs: the .NET 10 SDK. The first time, the suite's packages (half a gigabyte) are downloaded.
        using System.Diagnostics;
        using System.IO.Compression;
        using System.Runtime.CompilerServices;

        string[] runs = [{{string.Join(", ", runs.Select(run => $"\"{run}\""))}}];
        string here = Path.GetDirectoryName(Source())!, suite = Path.Combine(Path.GetTempPath(), $"mlmaths-suite-{Guid.NewGuid():N}");
        string zip = Path.Combine(here, "suite.zip");
        try
        {
        {{(url is null ? "" : $"""
            using HttpClient web = new();
            zip = Path.Combine(Path.GetTempPath(), $"mlmaths-suite-{Guid.NewGuid():N}.zip");
            File.WriteAllBytes(zip, await web.GetByteArrayAsync("{url}"));
        """.TrimEnd())}}
            ZipFile.ExtractToDirectory(zip, suite);
            string root = Path.GetDirectoryName(Directory.EnumerateFiles(suite, "MlMaths.Torch.sln", SearchOption.AllDirectories).First())!;
            if (Dotnet(root, "build", "-c", "Release", Path.Combine("projects", "Portfolio"), "--nologo", "-v", "minimal") != 0)
                return 1;
            string program = Path.Combine(root, "projects", "Portfolio", "bin", "Release", "net10.0", "mlmaths.dll");
            Console.WriteLine("\n== the page, against its runs");
            int worst = Dotnet(here, program, "verify", ".");
            foreach (string run in runs)
            {
                Console.WriteLine($"\n== {run}");
                worst = Math.Max(worst, Dotnet(here, program, "verify", run));
            }

            return worst;
        }
        finally
        {
            if (Directory.Exists(suite)) Directory.Delete(suite, recursive: true);
        }

        """ + Tools;

    private const string Tools = """
        static int Dotnet(string folder, params string[] args)
        {
            using Process dotnet = Process.Start(new ProcessStartInfo("dotnet", args) { WorkingDirectory = folder })!;
            dotnet.WaitForExit();
            return dotnet.ExitCode;
        }

        static string Source([CallerFilePath] string path = "") => path;

        """;

    /// <summary>Every push repeats every run.</summary>
    public const string Workflow = $"""
        name: verify
        on: [push, workflow_dispatch]
        permissions:
          contents: read
        jobs:
          verify:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: {Command}

        """;

    /// <summary>The MIT licence.</summary>
    public static string Licence(int year, string holder) => $"""
        MIT License

        Copyright (c) {year} {holder}

        Permission is hereby granted, free of charge, to any person obtaining a copy
        of this software and associated documentation files (the "Software"), to deal
        in the Software without restriction, including without limitation the rights
        to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
        copies of the Software, and to permit persons to whom the Software is
        furnished to do so, subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all
        copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
        OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
        SOFTWARE.

        """;

    /// <summary>What the command does, for the first lines of the page.</summary>
    public static string Repeats(int repeated, int runs) => repeated == runs
        ? $"`{Command}` repeats every run and compares each of them."
        : repeated == 0
            ? "The data of the runs are not published, so that a stranger cannot repeat them."
            : $"`{Command}` repeats {repeated} of the {runs} runs and compares their numbers; the data of the others are not published.";

    /// <summary>How a stranger checks it, for the page.</summary>
    public static string Check(string suite, IReadOnlyList<string> withoutData) => $"""
        ## Check it yourself

        All that is needed is the [.NET 10 SDK](https://dotnet.microsoft.com/download/dotnet/10.0):

        ```bash
        {Command}
        ```

        {suite}, builds it, repeats {(withoutData.Count == 0 ? "every run" : "each run whose data are here")} with its own command and
        seed, and says of each number whether it came back bit for bit,
        within its interval (on another machine or with other versions), or not. The page, the sentences for a CV and the reports are
        held against these numbers, and on the machine of the runs, files are compared byte by byte
        too.{(withoutData.Count == 0 ? "" : $" Not repeated: {string.Join(", ", withoutData)}, whose data are not published.")}

        That shows that these numbers come from this code and these data. It does not show that the data are what they are said to be,
        when and on which machine it was run, how long that took, nor who wrote the words.

        """;
}

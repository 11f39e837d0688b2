using System.Diagnostics;
using System.Text;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Runs;

namespace MlMaths.Torch.Tests.Text;

/// <summary>A command that is pasted gives the program the words that it was first given.</summary>
public sealed class ShellTests
{
    public static readonly string[] Words =
    [
        "--seed", "7", "", " ", "a b", "it's", "\"", "a\"b c", "\\", @"C:\data\my files\x.csv", @"C:\data\",
        @"C:\my data\", @"\\server\share", "50%", "%PATH%", "100 % of",
        "$HOME", "`id`", "a&b|c>d<e^f", "(x)", "!x!", "a;b", "#1", "~", "*", "?", "[a]", "{a,b}", "Größe 高さ", "-",
        "\\\"", "a\\\\\"b", "%\"%", "\\%", "=x", "'\\''",
    ];

    private static readonly string[] Unseen = ["two\nlines", "\u001b[31mred", "a\u202Eb", "\t", "\r\n", "zero\u200Bwidth 7", "\u00017"];

    [Fact]
    public void Bash_gives_back_every_word()
    {
        if (!File.Exists("/bin/bash")) Assert.Skip("There is no bash.");
        string[] words = [.. Words, .. Unseen];
        ProcessStartInfo start = new("/bin/bash") { RedirectStandardOutput = true, StandardOutputEncoding = new UTF8Encoding(false) };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"printf '%s\\0' {string.Join(' ', words.Select(Shell.Posix.Word))}");
        using Process bash = Process.Start(start)!;
        string said = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal(words, said.Split('\0')[..^1]);
    }

    [Fact]
    public void Windows_gives_back_every_word() =>
        Assert.Equal(Words, WindowsWords.Of(string.Join(' ', Words.Select(Shell.Cmd.Word))));

    [Theory]
    [InlineData(@"C:\runs\x", @"C:\runs\x")]
    [InlineData(@"C:\my runs\", @"""C:\my runs\\""")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    public void On_Windows_double_quotes_stand_where_they_must(string word, string typed) => Assert.Equal(typed, Shell.Cmd.Word(word));

    [Fact]
    public void Nothing_that_a_terminal_obeys_or_nobody_sees_is_printed()
    {
        foreach (string typed in Unseen.SelectMany(word => new[] { Shell.Posix.Word(word), Shell.Cmd.Word(word) }))
            Assert.DoesNotMatch(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]", typed);
    }

    [Fact]
    public void A_whole_command_is_quoted_for_the_shell_that_is_asked_for()
    {
        string[] args = ["--resume", @"C:\my runs\x"];
        Assert.Equal(
            """.\mlmaths net --resume "C:\my runs\x" """.TrimEnd(),
            RepeatedCommand.For("net", args, Shell.Cmd));
        Assert.Equal(
            @"./mlmaths net --resume 'C:\my runs\x'",
            RepeatedCommand.For("net", args, Shell.Posix));
    }
}

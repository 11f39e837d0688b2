using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Runs;

/// <summary>A stand-in for nvidia-smi says what a driver would; the answers are those of real drivers.</summary>
public sealed class GraphicsCardsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("cards").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Cards_are_named_as_the_driver_names_them()
    {
        string tool = StandIn(
            "[ \"$1\" = --query-gpu=name,memory.total,driver_version ] && [ \"$2\" = --format=csv,noheader ] && echo "
            + "'NVIDIA GeForce RTX 4070, 12282 MiB, 560.94'");
        var cards = GraphicsCards.Ask([tool], Patience);
        Assert.Equal("NVIDIA GeForce RTX 4070, 12282 MiB, 560.94", cards.Names);
        Assert.Equal(cards.Names, cards.Remark);
    }

    [Fact]
    public void Several_cards_are_all_named()
    {
        string tool = StandIn(
            "printf 'NVIDIA A100, 40960 MiB, 550.1\\r\\nTesla T4, 15360 MiB, "
            + "550.1\\r\\nNVIDIA A100, 40960 MiB, 550.1\\r\\n'");
        Assert.Equal("2 × NVIDIA A100, 40960 MiB, 550.1; Tesla T4, 15360 MiB, 550.1", GraphicsCards.Ask([tool], Patience).Names);
    }

    [Fact]
    public void A_missing_tool_is_not_a_missing_card()
    {
        var cards = GraphicsCards.Ask([Path.Combine(_folder, "nothing"), _folder], Patience);
        Assert.Null(cards.Names);
        Assert.Equal("not looked for, as there is no nvidia-smi here", cards.Remark);
    }

    [Fact]
    public void The_next_place_is_asked_where_the_first_has_no_tool() =>
        Assert.Equal("Tesla T4", GraphicsCards.Ask([Path.Combine(_folder, "nothing"), StandIn("echo Tesla T4")], Patience).Names);

    [Theory]
    [InlineData(
        "echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver. Install it.'; exit 9",
        "none that nvidia-smi can name: "
        + "NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver. Install it")]
    [InlineData("echo broken >&2; exit 1", "none that nvidia-smi can name: broken")]
    [InlineData("exit 6", "none that nvidia-smi can name")]
    [InlineData("exit 0", "none that nvidia-smi lists")]
    public void A_driver_without_a_card_is_quoted(string does, string remark)
    {
        var cards = GraphicsCards.Ask([StandIn(does)], Patience);
        Assert.Null(cards.Names);
        Assert.Equal(remark, cards.Remark);
    }

    [Fact]
    public void A_driver_that_hangs_is_left_alone()
    {
        var cards = GraphicsCards.Ask([StandIn("exec sleep 600")], TimeSpan.FromMilliseconds(200));
        Assert.Null(cards.Names);
        Assert.Equal("not known, as nvidia-smi did not answer", cards.Remark);
    }

    private string StandIn(string does)
    {
        string path = Path.Combine(_folder, "nvidia-smi");
        File.WriteAllText(path, $"#!/bin/sh\n{does}\n");
        if (OperatingSystem.IsWindows()) Assert.Skip("The stand-in is a script for sh.");
        else File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
